import type { Features } from '../../analytics-worker/analysis/rules/learned/features.ts';
import { STEP, type Model } from '../../analytics-worker/analysis/rules/learned/model.ts';
import { minimise } from './lbfgs.ts';

/** Something labelled, and how much it counts. */
export type Example<Label extends string> = { features: Features; label: Label; weight: number };

/** A feature of fewer examples is not learned. */
const LEAST = 3;

/** A feature whose weights are all smaller is left out. */
const SMALLEST = 0.35;

type Row = { at: Int32Array; by: Float64Array; label: number; weight: number };

/**
 * Multinomial logistic regression with L2. The first label is "none of the others" and scores 0; each other label has its own
 * weights beside those that they share, so that words that tell little of which still tell that it is one.
 */
export function fit<Label extends string>(
  { labels, l2 }: { labels: readonly Label[]; l2: number },
  examples: readonly Example<Label>[],
): Model<Label> {
  const names = namesOf(examples);
  const places = new Map(names.map((name, index) => [name, index]));
  const rows = examples.map((example) => rowOf(example, places, labels));
  const solved = minimise(names.length * labels.length, (at, gradient) => {
    gradient.fill(0);
    const scores = new Float64Array(labels.length);
    let loss = 0;
    for (const row of rows) loss += addRow(row, at, { gradient, scores });
    // All but the weights of the empty name, which is what is so of all.
    for (let index = labels.length; index < at.length; index++) {
      const weight = at[index] ?? 0;
      loss += (l2 / 2) * weight * weight;
      gradient[index] = (gradient[index] ?? 0) + l2 * weight;
    }
    return loss;
  });
  const weights = names.map((name, index): [string, number[]] => {
    const shared = solved[index * labels.length] ?? 0;
    return [name, labels.map((_, k) => (k === 0 ? 0 : rounded(shared + (solved[index * labels.length + k] ?? 0))))];
  });
  return {
    labels,
    weights: new Map(
      weights.filter(([name, row]) => name === '' || row.some((weight) => Math.abs(weight) >= SMALLEST)),
    ),
  };
}

/** As it is written: what is judged is what is used. */
const rounded = (weight: number): number => Math.round(weight / STEP) * STEP;

/** The names to learn, sorted, and the empty one before them. */
function namesOf(examples: readonly { features: Features }[]): string[] {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const often = [...counts].filter(([, count]) => count >= LEAST).map(([name]) => name);
  return ['', ...often.toSorted()];
}

function rowOf<Label extends string>(
  { features, label, weight }: Example<Label>,
  places: ReadonlyMap<string, number>,
  labels: readonly Label[],
): Row {
  const known = [...features].flatMap(([name, value]) => {
    const place = places.get(name);
    return place === undefined ? [] : [[place, value] as const];
  });
  return {
    at: Int32Array.from([0, ...known.map(([place]) => place)]),
    by: Float64Array.from([1, ...known.map(([, value]) => value)]),
    label: labels.indexOf(label),
    weight,
  };
}

/** The loss of one example; adds its gradient. Place 0 of a feature is what all labels but the first share. */
function addRow(
  { at, by, label, weight }: Row,
  weights: Float64Array,
  { gradient, scores }: { gradient: Float64Array; scores: Float64Array },
): number {
  const count = scores.length;
  scores.fill(0);
  for (let i = 0; i < at.length; i++) {
    const base = (at[i] ?? 0) * count;
    const x = by[i] ?? 0;
    const shared = weights[base] ?? 0;
    for (let k = 1; k < count; k++) scores[k] = (scores[k] ?? 0) + x * (shared + (weights[base + k] ?? 0));
  }
  const top = Math.max(...scores);
  const right = (scores[label] ?? 0) - top;
  let sum = 0;
  for (let k = 0; k < count; k++) sum += scores[k] = Math.exp((scores[k] ?? 0) - top);
  let any = 0;
  for (let k = 0; k < count; k++) {
    scores[k] = weight * ((scores[k] ?? 0) / sum - (k === label ? 1 : 0));
    if (k > 0) any += scores[k] ?? 0;
  }
  for (let i = 0; i < at.length; i++) {
    const base = (at[i] ?? 0) * count;
    const x = by[i] ?? 0;
    gradient[base] = (gradient[base] ?? 0) + x * any;
    for (let k = 1; k < count; k++) gradient[base + k] = (gradient[base + k] ?? 0) + x * (scores[k] ?? 0);
  }
  return weight * (Math.log(sum) - right);
}
