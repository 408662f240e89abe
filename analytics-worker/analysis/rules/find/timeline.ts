import { compile, matchAll } from '../match/pattern.ts';
import { doubtsAbout, type Doubt } from '../judge/doubts.ts';
import type { Utterance } from '../normalise/types.ts';
import { answerOf } from '../assent.ts';
import { quote, sentenceAt } from '../read.ts';
import {
  deferred,
  evaluating,
  goingLive,
  pressing,
  slipping,
  soft,
  unhurried,
  urgent,
} from '../vocabulary/horizons.ts';
import type { Claim, Turn } from './claim.ts';
import { horizonsIn, type Horizon } from './horizon.ts';

const FRAMES = compile({ urgent, goingLive, evaluating, deferred, pressing, unhurried, slipping, soft });
const WEEK = 7;
const MONTH = 31;
const QUARTER = 93;
/** A hard date within about three weeks presses. */
const PRESSING = 21;
/** An agent takes up what he has heard in his first words. */
const RECKONED_WITHIN = 12;
const OUT: Doubt[] = ['past', 'machine', 'ironic'];

/** The horizon to deciding or going live, and how pressing it is. */
export function findTimeline(turn: Turn): { timeline: Claim[]; urgency: Claim[] } {
  const { said, asked } = turn;
  const isAsked = asked.has('decision_timeline') || asked.has('urgency');
  const matches = matchAll(FRAMES, said.tokens).filter(
    ({ from, to }) => !OUT.some((doubt) => doubtsAbout(said, from, to).has(doubt)),
  );
  const has = (label: string): boolean => matches.some((match) => match.label === label);
  const found = matches.find(({ label }) => label === 'evaluating' || (label === 'deferred' && isAsked));
  const told = isAsked || has('goingLive') ? dateOf(said, isAsked, matches) : undefined;
  const horizon = (told && reckonedBy(turn)) ?? told ?? confirmedDate(turn);
  const strength = isAsked ? 4 : 3;
  const at = (from: number, to: number, value: string, strength: number): Claim => ({
    value,
    evidence: [quote(said, from, to)],
    item: said.item,
    strength,
  });
  const calm = matches.find(({ label }) => label === 'unhurried');
  const pressed = matches.find(({ label }) => label === 'urgent' || (label === 'pressing' && isAsked));
  // No date is told where one was asked for.
  const isDate = asked.has('decision_timeline');
  const none =
    isDate && !horizon && !found && (answerOf(said) === 'no' || matches.some(({ label }) => label === 'unhurried'));
  const timeline = none
    ? [at(0, said.tokens.length, 'evaluating', strength)]
    : horizon && !(found && !horizon.hasNumber && !isAsked)
      ? [at(horizon.from, horizon.to, nameOf(horizon.days), strength)]
      : found
        ? [at(found.from, found.to, 'evaluating', isAsked ? 4 : 3)]
        : [];
  const isSoft =
    horizon !== undefined &&
    !pressed &&
    (has('slipping') ||
      (horizon.days > PRESSING / 2 &&
        matches.some(({ label, from, to }) => label === 'soft' && isNear(said, horizon, from, to))));
  const urgency = calm
    ? [at(calm.from, calm.to, 'low', 4)]
    : horizon && !(pressed?.label === 'urgent')
      ? [at(horizon.from, horizon.to, horizon.days <= PRESSING && !isSoft ? 'high' : 'medium', strength)]
      : pressed
        ? [at(pressed.from, pressed.to, 'high', strength)]
        : none
          ? [at(0, said.tokens.length, 'low', strength)]
          : asked.has('urgency') && answerOf(said)
            ? [at(0, said.tokens.length, answerOf(said) === 'yes' ? 'high' : 'low', strength)]
            : [];
  return { timeline, urgency };
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
): Horizon | undefined {
  const dates = horizonsIn(said, isAsked).filter(({ from, to }) => {
    const doubts = doubtsAbout(said, from, to);
    if (
      OUT.some((doubt) => doubts.has(doubt) && !(isAsked && doubt === 'past')) ||
      doubts.has('negated') ||
      (doubts.has('question') && !isAsked)
    )
      return false;
    const sentence = sentenceAt(said, from);
    return (
      isAsked ||
      matches.some(
        ({ label, from: at }) =>
          label === 'goingLive' && sentence !== undefined && sentence.from <= at && at < sentence.to,
      )
    );
  });
  return dates.findLast(({ hasNumber }) => hasNumber) ?? dates.at(isAsked ? -1 : 0);
}

function nameOf(days: number): string {
  if (days <= WEEK) return 'this_week';
  if (days <= MONTH) return 'this_month';
  return days <= QUARTER ? 'this_quarter' : 'evaluating';
}
