import { compile, matchAll } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { sentenceAt } from '../read.ts';
import { dueIn, isAppointment } from './due.ts';
import { isPerson } from './persons.ts';
import type { Pledge } from './promises.ts';

const meeting = compile({ with: ['with our|my ..1 _', 'with _'] });

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
