import type { Claim, Turn } from '../find/claim.ts';
import type { Features } from '../learned/features.ts';
import { itemFeatures } from '../learned/item.ts';
import type { Model } from '../learned/model.ts';
import type { Candidate, Weighed } from '../learned/weigh.ts';

/** A signal that is weighed: which of its values, if any, each item of the caller's tells. */
export type Weighing<Value extends string> = {
  labels: readonly ['none', ...Value[]];
  /** What frames hear in an item. */
  hear: (turn: Turn, index: number) => Features;
  /** What is told likely enough. */
  claimsOf: (weighed: readonly Weighed<Value | 'none'>[], model: Model<Value | 'none'>) => Claim[];
};

/** The caller's items. */
export function candidatesOf(turns: readonly Turn[], { hear }: Pick<Weighing<string>, 'hear'>): Candidate[] {
  return turns.map((turn, index) => ({ said: turn.said, features: itemFeatures(turn), heard: hear(turn, index) }));
}
