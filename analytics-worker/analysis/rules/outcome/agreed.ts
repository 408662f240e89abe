import { dueIn, isAppointment } from '../actions/due.ts';
import { saidIn } from '../actions/promises.ts';
import { assentOf } from '../assent.ts';
import type { Utterance } from '../normalise/types.ts';
import { quote, sentencesOf } from '../read.ts';
import type { Talk } from '../talk.ts';
import type { Evidence } from '../../transcript.ts';

/** Words of a time by which an answer takes it up: "friday by twelve is set". */
const OF_TIME = /^(?:\w+day|tomorrow|today|noon|\d+)$/u;
const ANSWER_REACH = 12;
const REFUSING = new Set(['no', 'not', 'never', 'nobody', 'cannot']);
/** "Make it thursday": another time is a time, too. */
const MOVING = new Set(['make', 'instead', 'rather', 'say', 'better']);

/** A day and a time on which both sides settled, whatever is to happen then; undefined where one was only put. */
export function agreedTime(talk: Talk): Evidence | undefined {
  for (const put of talk.agent.toReversed()) {
    const time = put.item > 1 ? timeIn(put) : undefined;
    const answer = time && talk.after(put);
    if (time && (answer ? takes(answer, put, time.asked) : !time.asked)) return quote(put, time.from, time.to);
  }
  return undefined;
}

/** The sentence of an agent's that names a day with its hour, for something else than a promise of his own: "I'll call at nine". */
function timeIn(utterance: Utterance): { from: number; to: number; asked: boolean } | undefined {
  const own = saidIn(utterance).filter(({ as, others }) => as === 'self' || (as === 'offer' && !others));
  for (const { from, to, isQuestion } of sentencesOf(utterance).toReversed()) {
    const end = own.find((said) => said.from >= from && said.from < to && said.deed > said.from)?.from ?? to;
    if (isAppointment(dueIn(utterance, from, end))) return { from, to, asked: isQuestion };
  }
  return undefined;
}

function takes(answer: Utterance, put: Utterance, asked: boolean): boolean {
  const assent = assentOf(answer);
  const words = answer.tokens.slice(0, ANSWER_REACH).map(({ text }) => text);
  if (!asked || assent === 'yes') return assent !== 'no';
  if (words.some((word) => MOVING.has(word)) && words.some((word) => OF_TIME.test(word))) return true;
  const times = new Set(put.tokens.map(({ text }) => text).filter((text) => OF_TIME.test(text)));
  return words.some((word) => times.has(word)) && !words.some((word) => REFUSING.has(word));
}
