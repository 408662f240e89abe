import { compile, matchAll } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { dueIn, isAppointment } from './due.ts';
import { isPerson } from './persons.ts';
import type { Pledge } from './promises.ts';
import { sentenceEnd, sentenceStart } from './sentences.ts';

const meeting = compile({ with: ['with our|my ..1 _', 'with _'] });

/** "Thursday at ten with Helen, then": who is named for a time has promised it. */
export function appointmentIn(utterance: Utterance): Pledge | undefined {
  const { tokens, clauses } = utterance;
  for (const { to } of matchAll(meeting, tokens)) {
    const from = sentenceStart(utterance, to - 1);
    const end = sentenceEnd(utterance, to);
    const isAsked = clauses.some((clause) => clause.question && clause.from >= from && clause.to <= end);
    if (!isAsked && isPerson(utterance, to - 1) && isAppointment(dueIn(utterance, from, end)))
      return { as: 'other', utterance, from, to, deed: from };
  }
  return undefined;
}
