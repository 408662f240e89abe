import type { Competitor } from '../../results.ts';
import { mentionsIn, type Mention } from '../competitors/mentions.ts';
import { stancesOf } from '../competitors/stance.ts';
import { wordsIn } from '../vocabulary/lines.ts';
import { hitAt, lexicon } from '../match/lexicon.ts';
import { compile, matchAll } from '../match/pattern.ts';
import { doubtsAbout, type Doubt } from '../judge/doubts.ts';
import { productNamed } from '../normalise/products.ts';
import type { Utterance } from '../normalise/types.ts';
import { answerOf } from '../assent.ts';
import { quote } from '../read.ts';
import { manual, weakManual } from '../vocabulary/tools.ts';
import { isName } from './guess.ts';
import type { Claim, Turn } from './claim.ts';

const MANUAL = lexicon(manual);
const OUT: Doubt[] = ['past', 'hypothetical', 'negated', 'machine', 'ironic', 'other'];
const NAMED = compile({ named: ['called', 'named', 'we|i use|have', 'we|i are|am using|on|with', 'we have got'] });
const NOT_MEANT: Doubt[] = ['machine', 'ironic'];
const MANUAL_VALUE = 'manual';
const HOW = compile({
  how: [
    'how do|are|does|is ..6 sign|signed|handle|handled|done|do|collect|get|now|today|moment|currently|present',
    'how it|that|this works',
    'what do|does|are you|they|people|customers|clients do|use|doing|using ..5 now|present|moment|currently|today|for|with',
    'what happens ..3 now|today|them|it|that|at',
    'how do|does|is|are it|that|this|they|those ..3 work|go|look|run|happen|handled|managed|organised|organized|arranged|out',
    'how do|does|did|are|is you|they|people|customers|clients ..3 renew|issue|send|collect|agree|deliver|share|exchange|pass|gather|chase|keep|store|track|record|confirm|approve|submit|file|process|make|prepare|draw|arrange|organise|organize|execute|complete|return|circulate|distribute|write',
  ],
});
const TOOLS = new Set(
  wordsIn(`
software, app, tool, system, program, platform, use, using, know
`),
);
const FORMS = new Set(['google_forms', 'microsoft_forms', 'typeform']);
const AT_LENGTH = 3;
const NONE = new Set(['nothing', 'none', 'nowhere', 'neither', 'never']);
/** Slightly told: it counts only where he says so again. */
export const HINT = 1;
/** Less sure than a way that is named. */
const DESCRIBED = 2.2;

/** What he does it with now; without a tool, `manual`. */
export function findTool(turn: Turn): Claim[] {
  const { said, asked } = turn;
  const isAsked = asked.has('current_tool');
  const tools = [...toolsIn(turn), ...formsIn(turn)];
  if (tools.length > 0) return tools;
  const unknown = isAsked && !asked.has('integration_needs') ? unknownTool(turn) : [];
  if (unknown.length > 0) return unknown;
  const byHand = manualIn(said, isAsked);
  return byHand.length > 0 ? byHand : describedIn(turn);
}

/** Tools that he says he has left: what he said of them before no longer holds. */
export function leftTools({ said, before }: Turn): string[] {
  return toldIn(said, before).flatMap(({ name, stance }) => (stance === 'left' ? [name] : []));
}

function toolsIn({ said, before, asked }: Turn): Claim[] {
  return toldIn(said, before).flatMap(({ name, stance, from, to }) =>
    stance === 'using' || (stance === null && asked.has('current_tool') && !asked.has('integration_needs'))
      ? [
          {
            value: name,
            evidence: [quote(said, from, to)],
            item: said.item,
            strength: asked.has('current_tool') ? 4 : 3.5,
          },
        ]
      : [],
  );
}

/** Products for signing that he names, with how he stands to each. */
function toldIn(said: Utterance, before: Utterance | undefined): (Mention & { stance: Competitor['stance'] | null })[] {
  const mentions = mentionsIn(said).filter(({ name }) => productNamed(name));
  const stances = stancesOf(mentions, before);
  return mentions.flatMap((mention, index) =>
    NOT_MEANT.some((doubt) => doubtsAbout(said, mention.from, mention.to).has(doubt))
      ? []
      : [{ ...mention, stance: stances[index] ?? null }],
  );
}

/** Forms that people fill in, where no product for signing is in use. */
function formsIn({ said, asked }: Turn): Claim[] {
  const strength = asked.has('current_tool') ? 3.9 : 2.6;
  return said.tokens.flatMap(({ product }, at) =>
    product !== undefined && FORMS.has(product) && !isDoubted(said, at)
      ? [{ value: product, evidence: [quote(said, at, at + 1)], item: said.item, strength }]
      : [],
  );
}

function manualIn(said: Utterance, isAsked: boolean): Claim[] {
  // "clients come in and sign" is how he does it, when that was asked.
  const rulesOut: Doubt[] = [...OUT.filter((doubt) => doubt !== 'other'), ...(isAsked ? [] : ['question' as const])];
  const hits = said.tokens.flatMap((_, at) => {
    const hit = hitAt(MANUAL, said.tokens, at, said.tokens.length);
    const out = hit && rulesOut.some((doubt) => doubtsAbout(said, at, hit.to).has(doubt));
    return hit && !out && said.tokens[at]?.text !== 'papers' ? [{ from: at, to: hit.to, value: hit.value }] : [];
  });
  const [first] = hits;
  const isStrong =
    isAsked || hits.some(({ value }) => !weakManual.has(value)) || new Set(hits.map(({ value }) => value)).size > 1;
  if (!first) return [];
  return [
    {
      value: MANUAL_VALUE,
      evidence: [quote(said, first.from, hits.at(-1)?.to ?? first.to)],
      item: said.item,
      strength: isAsked ? 3.8 : isStrong ? 2.5 : HINT,
    },
  ];
}

/** A name on no list, where he was asked for his tool: "an app called releasely". */
function unknownTool({ said }: Turn): Claim[] {
  const at = matchAll(NAMED, said.tokens)
    .map(({ to }) => to)
    .find((to) => isName(said.tokens, to) && !isDoubted(said, to));
  const name = at === undefined ? undefined : said.tokens[at]?.text;
  return at === undefined || name === undefined
    ? []
    : [{ value: name, evidence: [quote(said, at, at + 1)], item: said.item, strength: 3.9 }];
}

const isDoubted = (said: Utterance, at: number): boolean =>
  OUT.some((doubt) => doubtsAbout(said, at, at + 1).has(doubt));

/** "How are they signed?" "They go home in the schoolbag": told at length and with no tool, it is done by hand. */
function describedIn({ said, before }: Turn): Claim[] {
  const asksHow = before !== undefined && matchAll(HOW, before.tokens).length > 0;
  const names = said.tokens.some(({ product, text }) => product !== undefined || TOOLS.has(text));
  const doubts = doubtsAbout(said, 0, 1);
  const isNone = said.tokens.slice(0, 2).some(({ text }) => NONE.has(text));
  if (
    !asksHow ||
    isNone ||
    names ||
    said.tokens.length < AT_LENGTH ||
    doubts.has('question') ||
    answerOf(said) === 'no'
  )
    return [];
  return [
    { value: MANUAL_VALUE, evidence: [quote(said, 0, said.tokens.length)], item: said.item, strength: DESCRIBED },
  ];
}
