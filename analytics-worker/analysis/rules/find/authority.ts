import { wordsIn } from '../vocabulary/lines.ts';
import { lexicon } from '../match/lexicon.ts';
import { compile, matchAll } from '../match/pattern.ts';
import { doubtsAbout, type Doubt } from '../judge/doubts.ts';
import { isAskedAt } from '../read.ts';
import { answerOf } from '../assent.ts';
import { authority, notAuthority, roles, titles, unaskedAuthority, unsure } from '../vocabulary/authority.ts';
import { deciders } from '../vocabulary/deciders.ts';
import { anyBusiness, businesses } from '../vocabulary/industries.ts';
import type { Turn } from './claim.ts';

const SETS = {
  role: lexicon([...Object.values(deciders).flat(), ...roles]),
  business: lexicon([...Object.values(businesses).flat(), ...anyBusiness]),
};
const FRAMES = compile({ ...authority, not: notAuthority }, SETS);
const ROLES = compile({
  owner: wordsIn(`
one of the ..1 founders|owners|partners|directors, i have|hold the card|budget|checkbook|chequebook|purse,
i am|run|own ..3 owner|founder|cofounder|ceo|proprietor|president, i am ..1 managing|sole partner|director|owner,
i own|founded, managing partner|director, i am ..3 founder|owner|cto, i am ..1 a partner at|in|of,
my own business|firm|company|agency|shop|practice|thing|studio|place, owner|founder|ceo here|speaking,
my wife|husband|brother|sister|partner and i own|run, i run|have|got a|an|my|our little|small|tiny|family,
i have got a|an|my little|small|tiny, i run my|our
`),
});
const UNASKED = compile(unaskedAuthority, SETS);
const YOURS = compile({ yours: ['you|yourself|your|yours'] });
/** "Does anybody else have to approve it?" */
const OTHERS = compile({
  others: [
    'anyone|anybody|somebody|someone|anything else? ..3 approve|agree|decide|sign|okay|approval|involved|say|ask',
    'does|do|is|will anyone|anybody|somebody|someone',
  ],
});
const UNSURE = compile({ unsure });
const ORDER = ['influencer', 'needs_approval', 'decision_maker'];

export const authorities = ['decision_maker', 'influencer', 'needs_approval', 'unknown'] as const;
export type Authority = (typeof authorities)[number];
const valueOf = (label: string | undefined) => authorities.find((value) => value === label);

const TITLES = compile({ titles });
const OUT: Doubt[] = ['past', 'machine', 'ironic', 'hypothetical'];

/** What frames hear of who decides about the money, as he answers or by the role that he says he has: a hint for the weighing (`weigh/authority.ts`). */
export function hearAuthority(turn: Turn): Authority | undefined {
  const { said, before, asked } = turn;
  const isAsked = asked.has('budget_authority');
  const sure = (span: { from: number; to: number }): boolean =>
    !OUT.some((doubt) => doubtsAbout(said, span.from, span.to).has(doubt));
  if (!isAsked) {
    const role = matchAll(ROLES, said.tokens).find(
      (match) =>
        sure(match) &&
        !doubtsAbout(said, match.from, match.to).has('other') &&
        !doubtsAbout(said, match.from, match.to).has('negated'),
    );
    if (role) return 'decision_maker';
    const told = matchAll(UNASKED, said.tokens).filter((match) => sure(match) && !isAskedAt(said, match.from));
    // Who must agree counts before who advises, and he before who says that he decides.
    const unasked = ORDER.flatMap((label) => told.find((match) => match.label === label) ?? [])[0];
    return valueOf(unasked?.label);
  }
  const matches = matchAll(FRAMES, said.tokens).filter(sure);
  const plain = matches.filter(
    (match) =>
      match.label !== 'not' &&
      said.tokens[match.to]?.text !== 'no' &&
      !matches.some((other) => other.label === 'not' && other.from <= match.from && match.to <= other.to) &&
      !(match.label === 'decision_maker' && doubtsAbout(said, match.from, match.to).has('negated')),
  );
  // Somebody who must agree counts, wherever it is said; else who is named first.
  // "He signs the cheques but does what I tell him": what stands behind the last "but" counts.
  const turned = said.clauses.findLast(({ opener }) => opener === 'but')?.from ?? 0;
  const last = plain.filter(({ label, from }) => from >= turned && label === 'decision_maker');
  const taken = turned > 0 && last.length > 0 ? last : plain;
  const obliged = taken.find(
    ({ label, from, to }) =>
      label === 'needs_approval' && said.tokens.slice(from, to + 1).some(({ text }) => OBLIGING.has(text)),
  );
  const best = obliged ?? taken[0];
  // He who puts a comparison before the one that picks is asked for no approval.
  const advises = plain.find(
    ({ label, from }) =>
      label === 'influencer' &&
      said.tokens
        .slice(from, from + 4)
        .some(
          ({ text }) =>
            text === 'i' ||
            text === 'comparison' ||
            text === 'list' ||
            text === 'requirements' ||
            text === 'recommendation' ||
            text === 'advise' ||
            text === 'pros',
        ),
  );
  if (best?.label === 'needs_approval' && advises && !said.tokens.some(({ text }) => APPROVAL.has(text)))
    return 'influencer';
  if (best) return valueOf(best.label);
  if (matchAll(UNSURE, said.tokens).length > 0) return 'unknown';
  const answer = said.tokens.at(-1)?.text === 'yes' ? 'yes' : answerOf(said);
  const title = matchAll(TITLES, said.tokens).find(sure);
  if (title && answer !== 'yes') return 'needs_approval';
  if (!before || !answer) return undefined;
  if (matchAll(OTHERS, before.tokens).length > 0) return answer === 'yes' ? 'needs_approval' : 'decision_maker';
  return answer === 'yes' && matchAll(YOURS, before.tokens).length > 0 ? 'decision_maker' : undefined;
}

const APPROVAL = new Set(
  wordsIn(`
approve, approves, approval, approved, okay, permission, vote, voted, sign, signs, run, yes, ask, blessing, spend
`),
);
const OBLIGING = new Set(
  wordsIn(`
partners, rubber, has, must, need, needs, needed, have, approve, approves, approved, approval, agree, okay, okays,
vote, voted, permission, saying, signs, sign, requires, require, without, ask, run, blessing, goes, past
`),
);
