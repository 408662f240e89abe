import type { Outcome } from '../../results.ts';
import type { Features } from '../learned/features.ts';
import { addKnown, FRAMES, itemFeatures } from '../learned/item.ts';
import type { Utterance } from '../normalise/types.ts';
import type { Talk } from '../talk.ts';
import { asksForDoubts } from './interview.ts';
import { isPriceTold } from './speech.ts';
import { spokenIn } from './spoken.ts';

/** What an item of the caller's is weighed by: itself, what stands beside it, and whether a price was told or doubts were asked for. */
export function featuresOf(talk: Talk, said: Utterance, outcome: Outcome['outcome']): Features {
  const before = talk.before(said);
  const features = itemFeatures({ said, before, after: talk.after(said) });
  if (before && isPriceTold(before)) addKnown(features, ['told price']);
  if (before && asksForDoubts(before)) addKnown(features, ['invited']);
  if (outcome.startsWith('support')) addKnown(features, ['support']);
  return features;
}

/** What frames hear in it. Not of what they were written on: there they are always right, and would be trusted too much. */
export function addSpoken(to: Features, talk: Talk, utterance: Utterance, outcome: Outcome['outcome']): void {
  for (const { type, how } of spokenIn(talk, utterance, outcome))
    for (const name of [type, how]) to.set(`f:${name}`, FRAMES);
}
