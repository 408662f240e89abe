import { compile, leadsTo, matchAll, type Match } from '../match/pattern.ts';
import { doubtsAbout, type Doubt } from '../judge/doubts.ts';
import type { Utterance } from '../normalise/types.ts';
import { answerOf } from '../assent.ts';
import { quote } from '../read.ts';
import {
  anyTime,
  deferred,
  evaluating,
  goingLive,
  pressing,
  putOff,
  recalled,
  slipping,
  soft,
  unhurried,
  urgent,
} from '../vocabulary/horizons.ts';
import type { Claim, Turn } from './claim.ts';
import { answeredProposal } from './proposed.ts';
import { horizonsIn, nameOf, type Horizon } from './horizon.ts';

const FRAMES = compile({
  urgent,
  goingLive,
  evaluating,
  deferred,
  pressing,
  putOff,
  recalled,
  anyTime,
  unhurried,
  slipping,
  soft,
});
const MONTH = 31;
/** How directly a claim is made (`Claim.strength`). */
const ASKED = 4;
const SAID = 3;
const PASSING = 2;
const HINT = 1;
/** A hard date within about three weeks presses. */
const PRESSING = 21;
/** An agent takes up what he has heard in his first words. */
const RECKONED_WITHIN = 12;
const OUT: Doubt[] = ['past', 'machine', 'ironic'];

/** The horizon to deciding or going live, and how pressing it is; `now` is the month in which they speak, from 0, where it is known. */
export function findTimeline(turn: Turn, now?: number): { timeline: Claim[]; urgency: Claim[] } {
  const { said, asked } = turn;
  const isAsked = asked.has('decision_timeline') || asked.has('urgency');
  const matches = matchAll(FRAMES, said.tokens).filter(
    ({ from, to }) => !OUT.some((doubt) => doubtsAbout(said, from, to).has(doubt)),
  );
  const has = (label: string): boolean => matches.some((match) => match.label === label);
  const found = matches.find(
    ({ label }) => label === 'evaluating' || (isAsked && (label === 'deferred' || label === 'anyTime')),
  );
  const told = isAsked || has('goingLive') ? dateOf(said, isAsked, matches, now) : undefined;
  const horizon = (told && reckonedBy(turn)) ?? told ?? confirmedDate(turn);
  const late = horizon ? undefined : putOffTo(said, isAsked, matches, now);
  const strength = isAsked ? ASKED : SAID;
  const at = (from: number, to: number, value: string, strength: number): Claim => ({
    value,
    evidence: [quote(said, from, to)],
    item: said.item,
    strength,
  });
  const calm = matches.find(({ label }) => label === 'unhurried' || (label === 'anyTime' && isAsked));
  const pressed = matches.find(({ label }) => label === 'urgent' || (label === 'pressing' && isAsked));
  // No date is told where one was asked for.
  const isDate = asked.has('decision_timeline');
  const none = isDate && !horizon && !late && !found && (answerOf(said) === 'no' || calm !== undefined);
  const timeline = none
    ? [at(0, said.tokens.length, 'evaluating', strength)]
    : horizon && !(found && !horizon.hasNumber && !isAsked)
      ? [at(horizon.from, horizon.to, nameOf(horizon.days), strength)]
      : late
        ? [at(late.from, late.to, nameOf(late.days), isAsked ? ASKED : late.isRecall ? HINT : PASSING)]
        : found
          ? [at(found.from, found.to, 'evaluating', strength)]
          : [];
  const isSoft =
    horizon !== undefined &&
    !pressed &&
    (has('slipping') ||
      (horizon.days > PRESSING / 2 &&
        matches.some(({ label, from, to }) => label === 'soft' && isNear(said, horizon, from, to))));
  const urgency = calm
    ? [at(calm.from, calm.to, 'low', ASKED)]
    : horizon && !(pressed?.label === 'urgent')
      ? [at(horizon.from, horizon.to, horizon.days <= PRESSING && !isSoft ? 'high' : 'medium', strength)]
      : pressed
        ? [at(pressed.from, pressed.to, 'high', strength)]
        : asked.has('urgency') && answerOf(said)
          ? [at(0, said.tokens.length, answerOf(said) === 'yes' ? 'high' : 'low', strength)]
          : [];
  return timeline.length + urgency.length > 0 || isAsked ? { timeline, urgency } : answeredProposal(turn, now);
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

/** "we can't take on anything before january": what is put off, and not by days, till when. */
function putOffTo(
  said: Utterance,
  isAsked: boolean,
  matches: Match[],
  now: number | undefined,
): (Horizon & { isRecall: boolean }) | undefined {
  const waits = matches.filter(({ label }) => label === 'putOff' || label === 'recalled');
  if (waits.length === 0) return undefined;
  const dates = horizonsIn(said, true, now).filter(({ days }) => isAsked || days >= MONTH);
  return waits.flatMap((wait) => {
    const date = dates.find(
      (date) => leadsTo(wait, said.tokens, date.from) || (date.from < wait.to && wait.to < date.to),
    );
    return date ? [{ ...date, isRecall: wait.label === 'recalled' }] : [];
  })[0];
}

/** In the clause of the date. */
function isNear(said: Utterance, date: Horizon, from: number, to: number): boolean {
  return said.clauses.some(
    (clause) => clause.from <= date.from && date.from < clause.to && clause.from <= from && to <= clause.to,
  );
}

/** The date told in days counts before one told by its name: "on the nineteenth, two weeks tomorrow". */
function dateOf(
  said: Utterance,
  isAsked: boolean,
  matches: { label: string; from: number; to: number }[],
  now: number | undefined,
): Horizon | undefined {
  const dates = horizonsIn(said, isAsked, now).filter(({ from, to }) => {
    const doubts = doubtsAbout(said, from, to);
    if (
      OUT.some((doubt) => doubts.has(doubt) && !(isAsked && doubt === 'past')) ||
      doubts.has('negated') ||
      (doubts.has('question') && !isAsked)
    )
      return false;
    const clause = said.clauses.find((one) => one.from <= from && from < one.to);
    const sentence = said.clauses.filter((one) => one.sentence === clause?.sentence);
    return (
      isAsked ||
      matches.some(
        ({ label, from }) => label === 'goingLive' && sentence.some((one) => one.from <= from && from < one.to),
      )
    );
  });
  return dates.findLast(({ hasNumber }) => hasNumber) ?? dates.at(isAsked ? -1 : 0);
}
