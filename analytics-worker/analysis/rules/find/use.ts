import { wordsIn } from '../vocabulary/lines.ts';
import { compile, leadsTo, matchAll, type Match } from '../match/pattern.ts';
import { doubtsAbout, type Doubt } from '../judge/doubts.ts';
import type { Utterance } from '../normalise/types.ts';
import { quote } from '../read.ts';
import { everydayPapers } from '../vocabulary/documents.ts';
import type { Claim, Turn } from './claim.ts';
import { answeredIn, papersIn, signedIn, type Paper } from './papers.ts';
import { endsSentence } from '../normalise/stops.ts';

const FRAMES = compile({
  signing: ['sign|signs|signing|signed|send|sending ..4', 'signature|signatures ..4 on|under|below|beneath ..3'],
  signs: [
    'sign|signs|signing|send|sending|sends|signed|get|getting|have|do|doing|handle|issue|collect|for|about|with|our|the|my|need|want|are|is|process|execute|mostly|mainly|on|out|all|these|those|their|like|of ..5',
    'i|we do|send|sign|get|have ..5',
  ],
  signedBehind: [
    'signed|sign|countersigned|signing|signature',
    'to|has|have|must|need|needs|get|gets|is|are ..3 signed|sign|signature|signing|signatures',
    'acknowledged|approved|filled|completed|checked|returned|stamped|printed|agreed in? and|or signed',
  ],
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
const EVERYDAY = new Set(everydayPapers);
const SIGNED_WITHIN = 4;
const SIGNED_SOON = 10;
const SIGNING = new Set(['sign', 'signs', 'signed', 'acknowledge', 'acknowledges', 'initial', 'countersign']);
/** "They make us sign it on theirs" is a document of theirs. */
const THEIRS = new Set(['theirs', 'yours']);
const COUNTED_WITHIN = 3;
const NEGATED_WITHIN = 4;
const NEGATORS = new Set(['not', 'no', 'without']);
/** "I don't see the contract" says that there is one. */
const LACKED = new Set(['see', 'find', 'open', 'receive', 'received', 'get', 'got', 'returned', 'back']);
const TAKEN_BACK_WITHIN = 4;
const OUT: Doubt[] = ['past', 'hypothetical', 'negated', 'machine', 'ironic', 'other'];
/** Strength of a document that was asked for, by how it is known; more where he says that it is signed. */
const ASKED = { list: 4, sure: 4, kind: 3.5, bare: 3.5, signing: 3.2, answer: 2.3 };
const SIGNED = 0.2;
/** What he calls about people say first: in items up to this one what he tells is worth more. */
const FIRST_ITEMS = 4;
const FIRST = 0.5;

/** What would be signed or sent. */
export function findUse(turn: Turn): Claim[] {
  const { said } = turn;
  const matches = matchAll(FRAMES, said.tokens);
  const named = claimed(turn, matches, papersIn(said));
  const made = named.length > 0 ? named : claimed(turn, matches, signedIn(said));
  return made.length > 0 || !isAsked(turn) ? made : claimed(turn, matches, answeredIn(said));
}

function claimed(turn: Turn, matches: Match[], papers: Paper[]): Claim[] {
  const { said } = turn;
  return papers.flatMap((paper): Claim[] => {
    const { from, to, value } = paper;
    const led = (label: string): boolean =>
      matches.some((match) => match.label === label && leadsTo(match, said.tokens, from));
    const inside = matches.some(
      (match) => match.label === 'not' && match.from <= from && to <= match.to && match.to > from,
    );
    const left = matches.some((match) => match.label === 'left' && match.from === to);
    if (
      left ||
      (inside && !isSignedBehind(matches, to)) ||
      isTakenBack(said, to) ||
      (led('dropped') && !isAnswer(turn, from)) ||
      isDoubtful(turn, from, to)
    )
      return [];
    const told = strengthOf(turn, paper, led, matches);
    const strength = told + (said.item <= FIRST_ITEMS && told >= 1 && !isAsked(turn) ? FIRST : 0);
    return told > 0 ? [{ value, evidence: [quote(said, from, to)], item: said.item, strength }] : [];
  });
}

/** "Is it sales proposals?" "No, statements of work." */
const isAnswer = ({ said, before }: Turn, from: number): boolean =>
  from === 1 && said.tokens[0]?.text === 'no' && before !== undefined && papersIn(before).length > 0;

/** "What do they use today?" asks for the tool. */
const isAsked = ({ asked }: Turn): boolean => asked.has('use_case') && !asked.has('current_tool');

/** What he signs or counts tells more than what he only has or speaks of, and a name that is known more than any other. */
function strengthOf(
  turn: Turn,
  { from, to, value, by }: Paper,
  led: (label: string) => boolean,
  matches: Match[],
): number {
  const { said, asked } = turn;
  const isSigned = led('signing') || isSignedBehind(matches, to);
  if (isAsked(turn) || (asked.has('use_case') && (by === 'list' || by === 'sure')))
    return ASKED[by] + (led('signing') ? SIGNED : 0);
  if (by === 'signing') return 2.4;
  const isCounted = said.tokens
    .slice(Math.max(0, from - COUNTED_WITHIN), from)
    .some(({ number }) => number?.form === 'count');
  if (isSigned || (isCounted && asked.has('monthly_volume') && by === 'list')) return 3;
  if (by === 'kind' || by === 'bare') return 0;
  if (led('signs')) return 2.6;
  if (by === 'sure') return 1;
  if (EVERYDAY.has(value) && !isCounted) return 0;
  return isCounted || asked.has('monthly_volume') || asked.has('current_tool') ? 2 : 1;
}

/** "Engagement letters, the boring one every client has to sign". */
function isSignedSoon({ tokens }: Utterance, to: number): boolean {
  const next = tokens.slice(to, to + SIGNED_SOON);
  const end = next.findIndex(endsSentence);
  const words = next.slice(0, end < 0 ? SIGNED_SOON : end + 1).map(({ text }) => text);
  return words.some((word) => SIGNING.has(word)) && !words.some((word) => THEIRS.has(word));
}

/** "Payment plans signed". */
const isSignedBehind = (matches: Match[], to: number): boolean =>
  matches.some((match) => match.label === 'signedBehind' && match.from >= to && match.from <= to + 1);

/** "bills of lading no scratch that". */
function isTakenBack({ tokens }: Utterance, to: number): boolean {
  const next = tokens.slice(to, to + TAKEN_BACK_WITHIN).map(({ text }) => text);
  return (
    next.includes('scratch') ||
    next.some((word, at) => word === 'sorry' && next[at + 1] === 'not') ||
    next.some((word, at) => word === 'no' && ['wait', 'sorry', 'actually', 'hang', 'let'].includes(next[at + 1] ?? ''))
  );
}

/** "customers sign a work order" is no doubt: it is he who has it signed; nor is "the thing never worked, the waivers came back". */
function isDoubtful(turn: Turn, from: number, to: number): boolean {
  const { said, asked } = turn;
  const doubts = doubtsAbout(said, from, to);
  const before = (reach: number): string[] =>
    said.tokens.slice(Math.max(0, from - reach), from).map(({ text }) => text);
  const isSigned = before(SIGNED_WITHIN).some((text) => text === 'sign' || text === 'signs') || isSignedSoon(said, to);
  if (asked.has('use_case') || isSigned) doubts.delete('other');
  // "last year it was nine thousand contracts"
  if (asked.has('monthly_volume')) doubts.delete('past');
  const denied = before(NEGATED_WITHIN);
  if (isAnswer(turn, from) || !denied.some((text) => NEGATORS.has(text)) || denied.some((text) => LACKED.has(text)))
    doubts.delete('negated');
  return OUT.some((doubt) => doubts.has(doubt));
}
