import type { Claim, Turn } from '../find/claim.ts';
import type { Encoded, ItemHead } from '../encoder/encoded.ts';
import type { Features } from '../learned/features.ts';
import { itemFeatures } from '../learned/item.ts';
import type { Model, Trained } from '../learned/model.ts';
import { thresholdOf, weigh, type Candidate, type Weighed } from '../learned/weigh.ts';

/** A signal that is weighed: which of its values, if any, each item of the caller's tells. */
export type Weighing<Value extends string> = {
  head: ItemHead;
  labels: readonly ['none', ...Value[]];
  /** What frames hear in an item. */
  hear: (turn: Turn, index: number) => Features;
  /** What is told likely enough. */
  claimsOf: (
    weighed: readonly Weighed<Value | 'none'>[],
    by: { model: Model<Value | 'none'>; threshold: number },
  ) => Claim[];
};

/** The caller's items. */
export function candidatesOf(turns: readonly Turn[], { hear }: Pick<Weighing<string>, 'hear'>): Candidate[] {
  return turns.map((turn, index) => ({ said: turn.said, features: itemFeatures(turn), heard: hear(turn, index) }));
}

/** What items tell likely enough. */
export function claimsIn<Value extends string>(
  turns: readonly Turn[],
  {
    weighing,
    model,
    encoded,
  }: { weighing: Weighing<Value>; model: Trained<Value | 'none'>; encoded: Encoded | undefined },
): Claim[] {
  const weighed = weigh(model, candidatesOf(turns, weighing), {
    head: weighing.head,
    encoded,
  });
  return weighing.claimsOf(weighed, { model, threshold: thresholdOf(model, encoded) });
}
