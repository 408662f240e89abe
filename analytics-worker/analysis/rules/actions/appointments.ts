import type { ActionItem } from '../../results.ts';
import { compile, matchAll, matchesAt } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { quote, sentenceAt } from '../read.ts';
import type { Talk } from '../talk.ts';
import { booked } from '../vocabulary/actions.ts';
import { dueIn, isAppointment } from './due.ts';
import { isPerson } from './persons.ts';
import { kindIn, saidIn, type Pledge } from './promises.ts';

const meeting = compile({ with: ['with our|my ..1 _', 'with _'] });
const bookings = compile({ booked });

/** "Thursday at ten with Helen, then": who is named for a time has promised it. */
export function appointmentIn(utterance: Utterance): Pledge | undefined {
  for (const { to } of matchAll(meeting, utterance.tokens)) {
    const sentence = sentenceAt(utterance, to - 1);
    if (!sentence || sentence.isQuestion || !isPerson(utterance, to - 1)) continue;
    const { from } = sentence;
    if (isAppointment(dueIn(utterance, from, sentence.to))) return { as: 'other', utterance, from, to, deed: from };
  }
  return undefined;
}

/** "Tomorrow at two would be good." "Booked.": the caller named the time, the agent took it down. */
export function bookedIn(talk: Talk, utterance: Utterance): ActionItem[] {
  const named = talk.before(utterance);
  const [taken] = utterance.role === 'agent' ? matchesAt(bookings, utterance.tokens, 0) : [];
  const due = taken && named?.role === 'user' ? dueIn(named, 0, named.tokens.length) : null;
  if (!taken || !named || !isAppointment(due) || saidIn(utterance).length > 0) return [];
  const put = talk.before(named);
  const kind = [put, named].map((one) => one && kindIn(one, 0, one.tokens.length)).find((found) => found) ?? 'meeting';
  const said = quote(utterance, 0, sentenceAt(utterance, 0)?.to ?? taken.to);
  return [{ ...said, owner: 'team', action: quote(named, 0, named.tokens.length).quote, due, kind }];
}
