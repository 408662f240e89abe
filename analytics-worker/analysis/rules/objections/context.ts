import type { Outcome } from '../../results.ts';
import type { Features } from '../learned/features.ts';
import { addKnown, FRAMES, itemFeatures } from '../learned/item.ts';
import type { Candidate } from '../learned/weigh.ts';
import type { Utterance } from '../normalise/types.ts';
import type { Talk } from '../talk.ts';
import { asksForDoubts } from './interview.ts';
import { isPriceTold } from './speech.ts';
import { spokenIn } from './spoken.ts';

/** The caller's items, by what each is weighed. */
export function candidatesOf(talk: Talk, outcome: Outcome['outcome']): Candidate[] {
  return talk.caller.map((said) => {
    const names = spokenIn(talk, said, outcome).flatMap(({ type, how }) => [type, how]);
    return {
      said,
      features: featuresOf(talk, said, outcome),
      heard: new Map(names.map((name) => [`f:${name}`, FRAMES])),
    };
  });
}

/** Itself, what stands beside it, and whether a price was told or doubts were asked for. */
function featuresOf(talk: Talk, said: Utterance, outcome: Outcome['outcome']): Features {
  const before = talk.before(said);
  const features = itemFeatures({ said, before, after: talk.after(said) });
  if (before && isPriceTold(before)) addKnown(features, ['told price']);
  if (before && asksForDoubts(before)) addKnown(features, ['invited']);
  if (outcome.startsWith('support')) addKnown(features, ['support']);
  return features;
}
