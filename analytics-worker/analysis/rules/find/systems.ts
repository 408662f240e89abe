import { wordsIn } from '../vocabulary/lines.ts';
import { compile, leadsTo, matchAll, type Match } from '../match/pattern.ts';
import { doubtsAbout, type Doubt } from '../judge/doubts.ts';
import { plainProduct, productNamed } from '../normalise/products.ts';
import type { Token, Utterance } from '../normalise/types.ts';
import { answerOf } from '../assent.ts';
import { quote } from '../read.ts';
import { introduces, needed, neededBehind, notNeeded, spokenOf } from '../vocabulary/systems.ts';
import { left, leftBehind, looking } from '../vocabulary/tools.ts';
import type { Claim, Turn } from './claim.ts';
import { guessedName, isName } from './guess.ts';
import { nameAt, type Names } from './names.ts';

const INTRODUCED = compile({ introduces });
const FRAMES = compile({ spokenOf, needed, neededBehind, notNeeded, left, leftBehind, looking });
const BEHIND = 3;
/** "And HubSpot?" */
const SHORT = 4;
const DROPPING: Doubt[] = ['past', 'other', 'machine', 'ironic'];
const NOT_SYSTEMS = new Set(['signing', 'papers', 'ours']);

/** "So there's no direct yardi link": the product lacks it, he does not do without it. */
const LACKING = new Set(['direct', 'native', 'proper', 'ready', 'built']);

export type SystemClaim = Claim & { dropped: boolean };

/** Systems that the product must work with, and those that he rules out. */
export function findSystems(turn: Turn, names: Names): SystemClaim[] {
  const { said, before, asked } = turn;
  const isAsked = asked.has('integration_needs');
  const matches = matchAll(FRAMES, said.tokens);
  const raisedByAgent = new Set(before?.tokens.flatMap(({ product }) => (product ? [product] : [])));
  const isSpokenOf = matches.some(({ label }) => label === 'spokenOf');
  const claims: SystemClaim[] = [];
  for (let at = 0; at < said.tokens.length; at++) {
    const led = (label: string): boolean =>
      matches.some((match) => match.label === label && leadsTo(match, said.tokens, at));
    const follows = (label: string): boolean =>
      matches.some((match) => match.label === label && match.from > at && match.from <= at + BEHIND);
    const isNeeded = led('needed') || follows('neededBehind') || isSpokenOf;
    const system = systemAt(said, at, names, isAsked || isNeeded);
    if (!system) continue;
    const dropped =
      isDropped(
        said,
        at,
        system.to,
        matches.filter(({ label }) => label === 'notNeeded'),
      ) ||
      led('left') ||
      (follows('leftBehind') && !led('needed'));
    const isRaised =
      raisedByAgent.has(system.name) && !isAsked && !(led('needed') && !said.clauses.some(({ question }) => question));
    const isNeed =
      (isAsked || isNeeded) && !isRaised && !led('looking') && !(system.name === 'api' && isOthersApi(said.tokens, at));
    if (dropped || isNeed)
      claims.push({
        value: system.name,
        evidence: [quote(said, at, system.to)],
        item: said.item,
        strength: isAsked ? 4 : 3,
        dropped,
      });
    at = system.to - 1;
  }
  const isNeed = isAsked || isSpokenOf || matches.some(({ label }) => label === 'needed');
  if (isNeed) claims.push(...introduced(said, matches));
  if (claims.length > 0) return claims;
  const answers = answered(turn);
  return answers.length > 0 || !isAsked ? answers : guessed(turn);
}

/** A name on no list that he introduces as a system's: "our project system, it's called …". */
function introduced(said: Utterance, matches: Match[]): SystemClaim[] {
  const notNeeded = matches.filter(({ label }) => label === 'notNeeded');
  return matchAll(INTRODUCED, said.tokens).flatMap(({ to }): SystemClaim[] => {
    const known = productNamed(said.tokens[to]?.product ?? '');
    const value = known?.name ?? said.tokens[to]?.text ?? '';
    if (known ? NOT_SYSTEMS.has(known.kind) : !isName(said.tokens, to) || value.endsWith('s')) return [];
    if (isDropped(said, to, to + 1, notNeeded)) return [];
    return [{ value, evidence: [quote(said, to, to + 1)], item: said.item, strength: 3, dropped: false }];
  });
}

/** A name on no list, where he was asked for one and did not say no. */
function guessed({ said }: Turn): SystemClaim[] {
  const name = answerOf(said) === 'no' ? undefined : guessedName(said);
  if (
    !name ||
    isDropped(
      said,
      name.from,
      name.to,
      matchAll(FRAMES, said.tokens).filter(({ label }) => label === 'notNeeded'),
    )
  )
    return [];
  return [
    { value: name.name, evidence: [quote(said, name.from, name.to)], item: said.item, strength: 4, dropped: false },
  ];
}

/** "Do you need Salesforce?" "Yes." */
function answered({ said, before, asked }: Turn): SystemClaim[] {
  const answer = before && answerOf(said);
  if (!answer) return [];
  const inQuestion = before.clauses.filter(({ question }) => question);
  return before.tokens.flatMap((token, at): SystemClaim[] => {
    const product = token.product ? productNamed(token.product) : undefined;
    const isPut =
      inQuestion.some(({ from, to }) => from <= at && at < to) &&
      (asked.has('integration_needs') || before.tokens.length <= SHORT);
    if (!product || NOT_SYSTEMS.has(product.kind) || !isPut) return [];
    const evidence = [quote(before, at, at + 1), quote(said, 0, said.tokens.length)];
    return [
      {
        value: product.name,
        evidence,
        item: said.item,
        strength: 4,
        confirmed: answer === 'yes',
        dropped: answer === 'no',
      },
    ];
  });
}

/** A product that is a system; a plain word or a name only the agent knows, where a system is spoken of. */
function systemAt(
  { tokens }: Utterance,
  at: number,
  names: Names,
  isSpokenOf: boolean,
): { name: string; to: number } | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const product = token.product ? productNamed(token.product) : undefined;
  if (product) return NOT_SYSTEMS.has(product.kind) ? undefined : { name: product.name, to: at + 1 };
  if (!isSpokenOf) return undefined;
  const plain = plainProduct(token.text);
  if (
    plain &&
    !NOT_SYSTEMS.has(plain.kind) &&
    (!ARTICLES.has(tokens[at - 1]?.text ?? '') || CONNECTORS.has(tokens[at + 1]?.text ?? ''))
  )
    return { name: plain.name, to: at + 1 };
  return nameAt(tokens, at, names);
}
const CONNECTORS = new Set(['integration', 'connector', 'app', 'plugin', 'connection', 'channel']);
const ARTICLES = new Set(
  wordsIn(`
a, an, the, very, more, our, my, is, of
`),
);

/** "not quickbooks", "we don't need that connected": in its clause, or in those after it that name no other system. */
function isDropped(said: Utterance, at: number, to: number, marks: { from: number; to: number }[]): boolean {
  const doubts = doubtsAbout(said, at, to);
  // "if it isn't in opera it's dead for us" is a need.
  const isMissed = LACKING.has(said.tokens[at - 1]?.text ?? '');
  if (doubts.has('negated') && !doubts.has('hypothetical') && !isMissed) return true;
  if (DROPPING.some((doubt) => doubts.has(doubt))) return true;
  const next = said.tokens.findIndex((token, index) => index >= to && token.product !== undefined);
  const clause = said.clauses.findIndex((one) => one.from <= at && at < one.to);
  const end = Math.min(said.clauses[clause + 2]?.to ?? said.tokens.length, next < 0 ? said.tokens.length : next);
  return marks.some((mark) => mark.from >= to && mark.to <= end);
}

/** "PandaDoc's API": somebody else's. */
const isOthersApi = (tokens: Token[], at: number): boolean =>
  tokens[at - 1]?.text === "'s" || tokens[at - 1]?.product !== undefined || tokens[at - 1]?.text === 'their';
