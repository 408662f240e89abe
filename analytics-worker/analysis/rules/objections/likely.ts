import { objectionTypes, type Objection, type Outcome } from '../../results.ts';
import { once } from '../../once.ts';
import { likelihoods, modelOf, type Model } from '../learned/model.ts';
import weights from '../learned/weights/objections.json' with { type: 'json' };
import type { Utterance } from '../normalise/types.ts';
import type { Talk } from '../talk.ts';
import { addSpoken, featuresOf } from './context.ts';

type Type = Objection['type'];
export const labels = ['none', ...objectionTypes] as const;
export type Label = (typeof labels)[number];

/** How likely it is that an item of the caller's raises something, by type. */
export type Likely = { utterance: Utterance; by: ReadonlyMap<Label, number> };
export type LikelyObjection = { type: Type; first: Utterance; last: Utterance };

/** As `npm run train:rules` left it. */
export const trained = once(() => modelOf(weights, labels));

/** Names and numbers alone raise nothing. */
export function likelyIn(talk: Talk, outcome: Outcome['outcome'], model: Model<Label>, hears = true): Likely[] {
  const telling = talk.caller.filter(({ tokens }) => tokens.some(({ product, number }) => !product && !number));
  return telling.map((utterance) => {
    const features = featuresOf(talk, utterance, outcome);
    if (hears) addSpoken(features, talk, utterance, outcome);
    return { utterance, by: likelihoods(model, features) };
  });
}

/** What is likely enough, each type with the items in which it was raised first and last. */
export function likelyObjections(likely: readonly Likely[], threshold: number): LikelyObjection[] {
  const found = objectionTypes.flatMap((type) => {
    const all = likely.filter(({ by }) => (by.get(type) ?? 0) >= threshold).map(({ utterance }) => utterance);
    const [first] = all;
    return first ? [{ type, first, last: all.at(-1) ?? first }] : [];
  });
  return found.toSorted((a, b) => a.first.item - b.first.item);
}
