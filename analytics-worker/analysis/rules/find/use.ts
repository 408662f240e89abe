import { wordsIn } from '../vocabulary/lines.ts';
import { hitAt, lexicon } from '../match/lexicon.ts';
import { compile, leadsTo, matchAll, type Match } from '../match/pattern.ts';
import { doubtsAbout, type Doubt } from '../judge/doubts.ts';
import type { Utterance } from '../normalise/types.ts';
import { quote } from '../read.ts';
import { documentHeads, documents } from '../vocabulary/documents.ts';
import { plainWords } from '../vocabulary/plain.ts';
import type { Claim, Turn } from './claim.ts';

const DOCUMENTS = lexicon(documents);
const FRAMES = compile({
  signing: ['sign|signs|signing|signed|send|sending ..4'],
  signs: [
    'sign|signs|signing|send|sending|sends|signed|get|getting|have|do|doing|handle|issue|collect|for|about|with|our|the|my|need|want|are|is|process|execute|mostly|mainly|on|out|all|these|those|their|like|of ..5',
    'i|we do|send|sign|get|have ..5',
  ],
  signedBehind: ['signed|sign|countersigned', 'need|needs|have|has|get ..2 signed|sign|signature'],
  dropped: wordsIn(`
ignore ..3, later maybe|perhaps? ..2, eventually, scratch, no ..1, instead of ..2, except ..2,
maybe|perhaps later ..3, lost ..1, legal
`),
  left: ['are staying', 'is|are not', 'later|eventually', 'staying like|as', 'later on', 'we do not need'],
  not: wordsIn(`
to quote|offer|lease|permit|estimate|contract,
you|they|he|she|can|could|cannot|will|not|please offer|quote|permit|contract,
special|good|great|best|better|your|the offer, send|give|get|email|for me|us|you|a|an quote|offer,
send|give|get|email|mail me|us a|an|the|your ..1 quote|offer|proposal|contract|agreement|nda,
price|three|two|competing|more quotes, quote for|from,
contract is|runs|ends|ran|expires|renews|up|until|until|through|expired,
our|the|my|your|current contract is|runs|ends|with|expires|up, in the offer, app application, under|without nda,
your contract|contracts|policy|terms|agreement|offer|proposal, proposal to|by|from, a proposal
`),
});
const SIGNED_WITHIN = 4;
const COUNTED_WITHIN = 3;
const NEGATED_WITHIN = 4;
const NEGATORS = new Set(['not', 'no', 'without']);
const HEADS = lexicon(documentHeads);
const SHORTEST_KIND = 4;
/** "these forms" are of no kind. */
const NO_KINDS = new Set([...plainWords, 'paper', 'various', 'several', 'signed']);
const TAKEN_BACK_WITHIN = 4;
const OUT: Doubt[] = ['past', 'hypothetical', 'negated', 'machine', 'ironic', 'other'];

/** What would be signed or sent. */
export function findUse(turn: Turn): Claim[] {
  const { said, asked } = turn;
  const isAsked = asked.has('use_case');
  const matches = matchAll(FRAMES, said.tokens);
  const named = usesIn(said);
  const claims = (named.length > 0 ? named : composed(said)).flatMap(({ from, to, value }): Claim[] => {
    const led = (label: string): boolean =>
      matches.some((match) => match.label === label && leadsTo(match, said.tokens, from));
    const inside = matches.some(
      (match) => match.label === 'not' && match.from <= from && to <= match.to && match.to > from,
    );
    const left = matches.some((match) => match.label === 'left' && match.from >= to && match.from - to <= 2);
    if (left || inside || isTakenBack(said, to) || led('dropped') || isDoubtful(turn, from, to)) return [];
    const strength = isAsked
      ? 4
      : named.length === 0
        ? composedAs(led('signing') || isSignedBehind(matches, to))
        : namedAs(led, turn, from);
    return strength > 0 ? [{ value, evidence: [quote(said, from, to)], item: said.item, strength }] : [];
  });
  return claims;
}

/** "Payment plans signed". */
const isSignedBehind = (matches: Match[], to: number): boolean =>
  matches.some((match) => match.label === 'signedBehind' && match.from >= to && match.from <= to + 1);
const composedAs = (isSigned: boolean): number => (isSigned ? 2.9 : 0);

/** What he signs or counts tells more than what he only has or speaks of. */
function namedAs(led: (label: string) => boolean, { said, asked }: Turn, from: number): number {
  const isCounted = said.tokens
    .slice(Math.max(0, from - COUNTED_WITHIN), from)
    .some(({ number }) => number?.form === 'count');
  if (led('signing') || (isCounted && asked.has('monthly_volume'))) return 3;
  if (led('signs')) return 2.6;
  return isCounted || asked.has('monthly_volume') || asked.has('current_tool') ? 2 : 1;
}

/** Documents of a kind; of "offer letters and contracts" both, in order. */
function usesIn(said: Utterance): { from: number; to: number; value: string }[] {
  const found: { from: number; to: number; value: string }[] = [];
  for (let at = 0; at < said.tokens.length; at++) {
    const hit = hitAt(DOCUMENTS, said.tokens, at, said.tokens.length);
    if (!hit) continue;
    found.push({ from: at, to: hit.to, value: hit.value });
    at = hit.to - 1;
  }
  return found;
}

/** A document on no list, where he was asked for one: "risk assessments" by their last two words. */
function composed({ tokens }: Utterance): { from: number; to: number; value: string }[] {
  return tokens.flatMap((_, at) => {
    const head = hitAt(HEADS, tokens, at, tokens.length);
    const kind = tokens[at - 1]?.text ?? '';
    if (
      !head ||
      at === 0 ||
      tokens[at - 1]?.number ||
      tokens[at - 1]?.stop ||
      kind.length < SHORTEST_KIND ||
      NO_KINDS.has(kind)
    )
      return [];
    return [{ from: at - 1, to: head.to, value: `${kind}_${head.value}` }];
  });
}

/** "bills of lading no scratch that". */
function isTakenBack({ tokens }: Utterance, to: number): boolean {
  const next = tokens.slice(to, to + TAKEN_BACK_WITHIN).map(({ text }) => text);
  return (
    next.includes('scratch') ||
    next.some((word, at) => word === 'no' && ['wait', 'sorry', 'actually'].includes(next[at + 1] ?? ''))
  );
}

/** "customers sign a work order" is no doubt: it is he who has it signed; nor is "the thing never worked, the waivers came back". */
function isDoubtful({ said, asked }: Turn, from: number, to: number): boolean {
  const doubts = doubtsAbout(said, from, to);
  const before = (reach: number): string[] =>
    said.tokens.slice(Math.max(0, from - reach), from).map(({ text }) => text);
  const isSigned = before(SIGNED_WITHIN).some((text) => text === 'sign' || text === 'signs');
  if (asked.has('use_case') || isSigned) doubts.delete('other');
  // "last year it was nine thousand contracts"
  if (asked.has('monthly_volume')) doubts.delete('past');
  if (!before(NEGATED_WITHIN).some((text) => NEGATORS.has(text))) doubts.delete('negated');
  return OUT.some((doubt) => doubts.has(doubt));
}
