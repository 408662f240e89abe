import { doubtsAbout, type Doubt } from '../judge/doubts.ts';
import { compile, matchAll } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { wordsIn } from '../vocabulary/lines.ts';
import { countsOf } from './counts.ts';
import type { Listed } from './listed.ts';

const GROUPS = wordsIn(`
teams, crews, squads, gangs, groups, offices, branches, sites, shops, stores, salons, clinics, practices, locations,
depots, departments, shifts, yards, studios, schools, houses, units, desks
`).join('|');
const FRAMES = compile({
  // "three teams of eight", "five offices with ten people in each"
  each: [
    `# ..1 ${GROUPS} of ..1 #`,
    `# ..1 ${GROUPS} with|and|has|have ..3 # ..2 in|at|per|to each|every`,
    `# ..1 ${GROUPS} and? each|every|all ..2 has|have|having|with|of|got|is|are ..2 #`,
    `# ..1 ${GROUPS} and|with ..2 # ..1 each|apiece`,
  ],
});
const FEWEST = 2;
const OUT: Doubt[] = ['past', 'hypothetical', 'other', 'machine', 'ironic', 'negated', 'question'];
const OWN = new Set(['we', 'our', 'us', 'i', 'my']);
/** People told by the group, all of them: "twelve branches and each has about five people". */
export function groupedPeople(said: Utterance, isAsked: boolean): Listed | undefined {
  for (const { from, to, number } of matchAll(FRAMES, said.tokens)) {
    const [groups, each] = [from, number].map((at) => countsOf(said).find((count) => count.at === at));
    if (!groups || !each || groups === each || groups.quantity.value < FEWEST) continue;
    const isOfPeople = each.counts === undefined || each.counts === 'people';
    const isOurs = isAsked || said.tokens.slice(0, from).some(({ text }) => OWN.has(text));
    const doubts = doubtsAbout(said, from, to);
    if (isOfPeople && isOurs && !OUT.some((doubt) => doubts.has(doubt)))
      return { value: groups.quantity.value * each.quantity.value, from, to, ours: true };
  }
  return undefined;
}
