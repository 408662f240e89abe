import { answerOf } from '../assent.ts';
import { quote, sentencesOf } from '../read.ts';
import { PRICED } from './asked.ts';
import type { Claim, Turn } from './claim.ts';
import { papersIn } from './papers.ts';

/** Less than anything that he says himself. */
const PRESUMED = 0.8;
/** "How many contracts do you close?", "How do customers sign the order form?": told as known. */
const PRESUMING = new Set(['monthly_volume', 'current_tool', 'team_size']);
/** "You asked us about indemnity forms", "A liability form." */
const TAKEN_UP =
  /\b(?:you (?:asked|wanted|requested|filled|downloaded|left|wrote|enquired|inquired)|your (?:question|call|request|enquiry|inquiry|message)|about|so)\b/iu;
/** Documents of the agent's own. */
const OWN = new Set(['we', 'i', 'our', 'us']);
const NONE = new Set(['none', 'nothing', 'never']);
const SHORT = 4;
const OWN_WITHIN = 2;

/** The document that the agent takes for granted and the caller lets stand; it counts where he names none himself. */
export function presumedUse({ said, before, asked }: Turn): Claim[] {
  if (!before || before.interrupted || answerOf(said) === 'no' || NONE.has(said.tokens[0]?.text ?? '')) return [];
  return sentencesOf(before).flatMap(({ from, to, isQuestion }): Claim[] => {
    const words = before.tokens.slice(from, to);
    const text = quote(before, from, to).quote;
    const isPresumed =
      to - from <= SHORT || TAKEN_UP.test(text) || (isQuestion && [...PRESUMING].some((topic) => asked.has(topic)));
    const paper = papersIn({ ...before, tokens: words }).findLast(({ by }) => by === 'list' || by === 'sure');
    const isOwn =
      paper && words.slice(Math.max(0, paper.from - OWN_WITHIN), paper.from).some(({ text }) => OWN.has(text));
    if (!paper || isOwn || !isPresumed || PRICED.test(text)) return [];
    const evidence = [quote(before, from + paper.from, from + paper.to), quote(said, 0, said.tokens.length)];
    return [{ value: paper.value, evidence, item: said.item, strength: PRESUMED }];
  });
}
