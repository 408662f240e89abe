import { answerOf, assentOf } from '../assent.ts';
import { doubtsAbout } from '../judge/doubts.ts';
import { compile, matchAll } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { quote } from '../read.ts';
import { proposals } from '../vocabulary/horizons.ts';
import type { Dates, Turn } from './claim.ts';
import { horizonsIn, nameOf, type Horizon } from './horizon.ts';
import type { Today } from './today.ts';

const PROPOSALS = compile({ proposals });
/** As if he had said it of himself. */
const STRENGTH = 3;

/**
 * What a caller makes of a start that the agent put to him: "Would you like to begin this month?" "Yes, that'd be the idea", "no,
 * more like two months from now". A date that he takes so presses nobody.
 */
export function answeredProposal({ said, before }: Turn, today?: Today): Dates {
  const put = before && proposedIn(before, today);
  const date = put && (isTaken(said) ? { ...put, from: 0, to: said.tokens.length } : laterThan(put, said, today));
  if (!date) return { timeline: [], urgency: [], isReckoned: false };
  const claim = { evidence: [quote(said, date.from, date.to)], item: said.item, strength: STRENGTH };
  const value = nameOf(date.days);
  const urgency = value === 'evaluating' ? [] : [{ ...claim, value: 'medium' }];
  return { timeline: [{ ...claim, value }], urgency, isReckoned: date.isReckoned === true };
}

/** The date of the start that an agent puts, in the question that puts it. */
function proposedIn(agent: Utterance, today: Today | undefined): Horizon | undefined {
  const questions = agent.clauses.filter(({ question }) => question);
  const put = questions.filter(({ from, to }) => matchAll(PROPOSALS, agent.tokens, from, to).length > 0);
  return horizonsIn(agent, true, today).find(({ from }) => put.some((one) => one.from <= from && from < one.to));
}

const isTaken = (said: Utterance): boolean => answerOf(said) === 'yes' && assentOf(said) === 'yes';

/** The later date that he names instead. */
function laterThan(put: Horizon, said: Utterance, today: Today | undefined): Horizon | undefined {
  if (answerOf(said) !== 'no') return undefined;
  return horizonsIn(said, true, today).findLast(
    ({ days, from, to }) => days > put.days && !doubtsAbout(said, from, to).has('negated'),
  );
}
