import { compile, matchAll } from '../match/pattern.ts';
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
import type { Claim, Dates, Turn } from './claim.ts';
import { nameOf, type Horizon } from './horizon.ts';
import { answeredProposal } from './proposed.ts';
import type { Today } from './today.ts';
import { dateOf, isVoid, putOffTo } from './told.ts';

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
/** How directly a claim is made (`Claim.strength`). */
const ASKED = 4;
const SAID = 3;
const PASSING = 2;
const HINT = 1;
/** A hard date within about three weeks presses. */
const PRESSING = 21;

/** The horizon to deciding or going live, and how pressing it is; `today` where it is known. */
export function findTimeline(turn: Turn, today: Today | undefined): Dates {
  const { said, asked } = turn;
  const isAsked = asked.has('decision_timeline') || asked.has('urgency');
  const matches = matchAll(FRAMES, said.tokens).filter(({ from, to }) => !isVoid(said, from, to, false));
  const has = (label: string): boolean => matches.some((match) => match.label === label);
  const found = matches.find(
    ({ label }) => label === 'evaluating' || (isAsked && (label === 'deferred' || label === 'anyTime')),
  );
  const telling = { isAsked, matches, today };
  const horizon = dateOf(turn, telling);
  const late = horizon ? undefined : putOffTo(said, telling);
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
  // "no hurry, we're comparing, they came on monday": a day that is only named does not stand against that.
  const isNamedBeside = found && !horizon?.hasNumber && (!isAsked || calm);
  const timeline = none
    ? [at(0, said.tokens.length, 'evaluating', strength)]
    : horizon && !isNamedBeside
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
  const isReckoned = (horizon ?? late)?.isReckoned === true;
  if (timeline.length + urgency.length > 0 || isAsked) return { timeline, urgency, isReckoned };
  return answeredProposal(turn, today);
}

/** In the clause of the date. */
function isNear(said: Utterance, date: Horizon, from: number, to: number): boolean {
  return said.clauses.some(
    (clause) => clause.from <= date.from && date.from < clause.to && clause.from <= from && to <= clause.to,
  );
}
