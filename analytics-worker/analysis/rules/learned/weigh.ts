import type { Encoded, ItemHead, Likely } from '../encoder/encoded.ts';
import type { Utterance } from '../normalise/types.ts';
import type { Features } from './features.ts';
import { likelihoods, type Model, type Trained } from './model.ts';

/** An item to be weighed: what is so of it, and apart from that what frames hear in it, a hint among others. */
export type Candidate = { said: Utterance; features: Features; heard: Features };

/** An item, and how likely each label is of it. */
export type Weighed<Label extends string> = { said: Utterance; by: ReadonlyMap<Label, number> };

export type WeighOptions = {
  /** Whether frames count: not of what they were written on, where they are always right and would be trusted too much. */
  hears?: boolean;
  /** What the encoder makes of items, where one of its heads judges the same. */
  head?: ItemHead;
  encoded?: Encoded | undefined;
};

/** How likely each label is of each item; one without a word tells nothing and is left out. */
export function weigh<Label extends string>(
  model: Model<Label>,
  candidates: readonly Candidate[],
  { hears = true, head, encoded }: WeighOptions = {},
): Weighed<Label>[] {
  const telling = candidates.filter(({ said }) => said.tokens.length > 0);
  return telling.map((one) => ({
    said: one.said,
    by: combined(likelihoods(model, hears ? withHeard(one) : one.features), head && encoded?.ofItem(head, one.said)),
  }));
}

/** What words and encoder hold likely together: the geometric mean, in shares of 1. What one of them rules out is unlikely. */
export function combined<Label extends string>(
  byWords: ReadonlyMap<Label, number>,
  encoded: Likely | undefined,
): ReadonlyMap<Label, number> {
  if (!encoded) return byWords;
  const means = [...byWords].map(([label, by]): [Label, number] => [label, Math.sqrt(by * (encoded.get(label) ?? 0))]);
  const sum = means.reduce((all, [, mean]) => all + mean, 0);
  return new Map(means.map(([label, mean]) => [label, mean / sum]));
}

/** From how likely on a label is taken. */
export const thresholdOf = (
  { thresholds: { words, encoded } }: Trained<string>,
  reading: Encoded | undefined,
): number => (reading && encoded !== undefined ? encoded : words);

export const withHeard = ({ features, heard }: Candidate): Features => new Map([...features, ...heard]);
