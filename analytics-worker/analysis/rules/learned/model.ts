import type { Features } from './features.ts';

/** Weights as `npm run train:rules` writes them: a line for each feature, its name, a tab, and an integer for each label. */
export type Weights = { labels: readonly string[]; thresholds: Thresholds; weights: string };

/** From how likely on a label is taken, 0 where the likeliest always is: by words alone, and with the encoder where a head of it judges the same. */
export type Thresholds = { words: number; encoded?: number };

export type Model<Label extends string> = {
  labels: readonly Label[];
  /** Of each feature, by label in order. The empty name is what is so of all. */
  weights: Map<string, readonly number[]>;
};

export type Trained<Label extends string> = Model<Label> & { thresholds: Thresholds };

/** What an integer of the weights stands for. */
export const STEP = 0.05;

/** The model of a file of weights. @throws Error where it is of other labels */
export function modelOf<Label extends string>(
  { labels, thresholds, weights }: Weights,
  known: readonly Label[],
): Trained<Label> {
  if (labels.join() !== known.join())
    throw new Error(`weights are for ${labels.join()}, the code for ${known.join()}; run npm run train:rules`);
  const lines = weights.split('\n').map((line): [string, number[]] => {
    const [name = '', numbers = ''] = line.split('\t');
    return [name, numbers.split(' ').map((number) => Number(number) * STEP)];
  });
  return { labels: known, thresholds, weights: new Map(lines) };
}

/** How likely each label is. */
export function likelihoods<Label extends string>(
  { labels, weights }: Model<Label>,
  features: Features,
): Map<Label, number> {
  const scores = labels.map((_, index) => weights.get('')?.[index] ?? 0);
  for (const [name, value] of features) {
    const row = weights.get(name);
    if (row) for (const [index, weight] of row.entries()) scores[index] = (scores[index] ?? 0) + weight * value;
  }
  const shares = softmax(scores);
  return new Map(labels.map((label, index) => [label, shares[index] ?? 0]));
}

/** Shares of 1; the highest score is taken off first, so that none is too large for a number. */
export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - highest));
  const sum = odds.reduce((all, one) => all + one, 0);
  return odds.map((one) => one / sum);
}

/** How much some features speak for a label. */
export function weightFor<Label extends string>(
  { labels, weights }: Model<Label>,
  label: Label,
  features: Iterable<string>,
): number {
  const index = labels.indexOf(label);
  let sum = 0;
  for (const name of features) sum += weights.get(name)?.[index] ?? 0;
  return sum;
}
