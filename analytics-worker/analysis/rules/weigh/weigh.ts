import type { Claim, Turn } from '../find/claim.ts';
import type { Features } from '../learned/features.ts';
import { itemFeatures } from '../learned/item.ts';
import { likelihoods, type Model } from '../learned/model.ts';

/** An item of the caller's, and how likely it tells each value of a signal, or none. */
export type Weighed<Value extends string> = { turn: Turn; by: ReadonlyMap<Value | 'none', number> };

/** Adds what frames hear in an item: a hint among others. */
export type Hearing = (to: Features, turn: Turn, index: number) => void;

/** A signal that is weighed: which of its values, if any, each item of the caller's tells. */
export type Weighing<Value extends string> = {
  labels: readonly ['none', ...Value[]];
  hear: Hearing;
  /** What is told likely enough. */
  claimsOf: (weighed: readonly Weighed<Value>[], model: Model<Value | 'none'>) => Claim[];
};

/** How likely each of the caller's items tells each value; one without words tells none. */
export function weigh<Value extends string>(
  turns: readonly Turn[],
  hear: Hearing,
  model: Model<Value | 'none'>,
): Weighed<Value>[] {
  return turns.flatMap((turn, index) => {
    if (turn.said.tokens.length === 0) return [];
    const features = itemFeatures(turn);
    hear(features, turn, index);
    return [{ turn, by: likelihoods(model, features) }];
  });
}
