import type { Competitor } from '../../results.ts';
import { once } from '../../once.ts';
import { likelihoods, modelOf, type Model } from '../learned/model.ts';
import weights from '../learned/weights/stances.json' with { type: 'json' };
import type { Utterance } from '../normalise/types.ts';
import type { Talk } from '../talk.ts';
import { addTold, featuresOf } from './context.ts';
import { heardOf, type Named } from './named.ts';

type Stance = Competitor['stance'];
export const labels = ['mentioned', 'using', 'evaluating', 'left'] as const satisfies readonly Stance[];

/** As `npm run train:rules` left it. */
export const trained = once(() => modelOf(weights, labels));

/** How he may stand to a product, the likeliest first. A name alone, that nobody asked for, is only a mention. */
export function likelyStances(
  talk: Talk,
  { name, told }: Named,
  { tool, model, hears = true }: { tool: unknown; model: Model<Stance>; hears?: boolean },
): Stance[] {
  if (told.every(({ mention: { utterance } }) => isBare(talk, utterance))) return [...labels];
  const features = featuresOf(
    talk,
    told.map(({ mention }) => mention),
  );
  if (hears) addTold(features, heardOf(told), name === tool);
  const likely = likelihoods(model, features);
  return labels.toSorted((a, b) => (likely.get(b) ?? 0) - (likely.get(a) ?? 0));
}

const isBare = (talk: Talk, utterance: Utterance): boolean =>
  talk.before(utterance) === undefined && utterance.tokens.every(({ product }) => product);
