import { answerOf } from '../assent.ts';
import { doubtsAbout, type Doubt } from '../judge/doubts.ts';
import { compile, leadsTo, matchAll, type Match } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { clauseAt, sentenceAt } from '../read.ts';
import { messages, ownStart, wanted } from '../vocabulary/horizons.ts';
import type { Turn } from './claim.ts';
import { horizonsIn, type Horizon } from './horizon.ts';
import type { Today } from './today.ts';

const FRAMES = compile({ wanted, ownStart, messages });
/** An agent takes up what he has heard in his first words. */
const RECKONED_WITHIN = 12;
const OUT: Doubt[] = ['machine', 'ironic'];
/** What is put off for less than a month is put off for today: "not till friday". */
const PUT_OFF = 30;

/** What surrounds an item in which a date is looked for. */
export type Telling = {
  /** The agent asked when. */
  isAsked: boolean;
  /** What the frames of when found in it. */
  matches: Match[];
  today: Today | undefined;
};

/** Whether words tell nothing of when: the past, but for who was asked or says what he wants; what is told to the machine; a joke. */
export function isVoid(said: Utterance, from: number, to: number, isAsked: boolean): boolean {
  const doubts = doubtsAbout(said, from, to);
  if (OUT.some((doubt) => doubts.has(doubt))) return true;
  return doubts.has('past') && !isAsked && said.tokens[from]?.text !== 'before' && !inClause(said, from, 'wanted');
}

/** Till when he puts it off, and whether that is only when he wants to hear of it: "we can't take on anything before january". */
export function putOffTo(
  said: Utterance,
  { isAsked, matches, today }: Telling,
): (Horizon & { isRecall: boolean }) | undefined {
  const waits = matches.filter(({ label }) => label === 'putOff' || label === 'recalled');
  if (waits.length === 0) return undefined;
  const dates = horizonsIn(said, true, today).filter(({ days }) => isAsked || days >= PUT_OFF);
  return waits.flatMap((wait) => {
    const date = dates.find((date) => isTill(said, wait, date));
    return date ? [{ ...date, isRecall: wait.label === 'recalled' }] : [];
  })[0];
}

/** "not … before", and then the date. */
function isTill(said: Utterance, wait: Match, { from, to }: Horizon): boolean {
  return leadsTo(wait, said.tokens, from) || (from < wait.to && wait.to < to);
}

/** The date of deciding or going live: told, reckoned by the agent, or put by him and confirmed. */
export function dateOf(turn: Turn, telling: Telling): Horizon | undefined {
  const { isAsked, matches } = telling;
  const told = isAsked || matches.some(({ label }) => label === 'goingLive') ? toldIn(turn.said, telling) : undefined;
  return (told && reckonedBy(turn)) ?? told ?? confirmedDate(turn);
}

/** The date told in days counts before one told by its name: "on the nineteenth, two weeks tomorrow". */
function toldIn(said: Utterance, { isAsked, matches, today }: Telling): Horizon | undefined {
  const dates = horizonsIn(said, isAsked, today).filter(
    (date) =>
      !isVoid(said, date.from, date.to, isAsked) &&
      !doubtsAbout(said, date.from, date.to).has('negated') &&
      (isAsked || isOfStart(said, date, matches)),
  );
  return dates.findLast(({ hasNumber }) => hasNumber) ?? dates.at(isAsked ? -1 : 0);
}

/** Nobody asked: the date is one of going live by what stands in its sentence, and none of a message. */
function isOfStart(said: Utterance, { from, to }: Horizon, matches: Match[]): boolean {
  if (doubtsAbout(said, from, to).has('question') && !inClause(said, from, 'ownStart')) return false;
  const sentence = sentenceAt(said, from);
  return (
    sentence !== undefined &&
    !inClause(said, from, 'messages') &&
    matches.some(({ label, from: at }) => label === 'goingLive' && sentence.from <= at && at < sentence.to)
  );
}

/** Whether words of a kind stand in the clause of a token. */
function inClause(utterance: Utterance, at: number, kind: string): boolean {
  const clause = clauseAt(utterance, at);
  return (
    clause !== undefined &&
    matchAll(FRAMES, utterance.tokens, clause.from, clause.to).some(({ label }) => label === kind)
  );
}

/** "Are you hoping to start this month?" "Yes." The words are the agent's, the place is the answer's. */
function confirmedDate({ said, before, asked }: Turn): Horizon | undefined {
  if (!before || !asked.has('decision_timeline') || answerOf(said) !== 'yes') return undefined;
  const date = horizonsIn(before, false).find(({ from }) =>
    before.clauses.some((one) => one.question && one.from <= from && from < one.to),
  );
  return date && { ...date, from: 0, to: said.tokens.length };
}

/** "So September." "In about two months, then": the agent reckoned how far off that is. */
function reckonedBy({ said, after, asked }: Turn): Horizon | undefined {
  if (!after || !asked.has('decision_timeline')) return undefined;
  const reckoned = horizonsIn(after, false).find(({ hasNumber, from }) => hasNumber && from < RECKONED_WITHIN);
  return reckoned && { ...reckoned, from: 0, to: said.tokens.length };
}
