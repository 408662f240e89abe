import type { ItemHead } from '../../../analytics-worker/analysis/rules/encoder/encoded.ts';
import { inputsOf } from '../../../analytics-worker/analysis/rules/encoder/inputs.ts';
import type { Pieces } from '../../../analytics-worker/analysis/rules/encoder/pieces.ts';
import type { Authority } from '../../../analytics-worker/analysis/rules/find/authority.ts';
import type { Model } from '../../../analytics-worker/analysis/rules/learned/model.ts';
import type { Lesson } from '../corpus.ts';
import { objections, typesAt } from '../objections.ts';
import { budgetAuthority, painPoints } from '../signals.ts';
import { stances, stanceTo } from '../stances.ts';

/** An item as train.py reads it: the encoder's input, and for each head that its lesson teaches the labels that it has. */
export type Example = {
  lesson: string;
  item: number;
  author: string;
  pieces: number[];
  own: number[];
  labels: Partial<Record<ItemHead, string[]>>;
  /** `weight`: a product that is named in several places counts as one. `label` is null where it is no competitor. */
  mentions: { first: number; from: number; to: number; label: string | null; weight: number }[];
};

/** The labels of each head, in the order in which the encoder scores them. */
export const heads = {
  objections: objections.labels,
  pains: painPoints.labels,
  authority: budgetAuthority.labels,
  stances: stances.labels,
};

/**
 * What each item of a lesson teaches the encoder.
 *
 * @param deciding learned before: labels say who decides, not which item tells it
 */
export function examplesIn(lesson: Lesson, pieces: Pieces, deciding: Model<Authority | 'none'>): Example[] {
  const { labels, name, author } = lesson;
  const pains = painPoints.isTaught(lesson) ? painPoints.toldIn(lesson, undefined) : undefined;
  const authority = budgetAuthority.isTaught(lesson) ? budgetAuthority.toldIn(lesson, deciding) : undefined;
  const inputs = inputsOf(lesson.talk, pieces);
  const places = (product: string) =>
    inputs.flatMap(({ spans }) => spans).filter(({ mention }) => mention.name === product).length;
  return inputs.map(({ said: { item }, pieces: numbers, own, spans }) => ({
    lesson: name,
    item,
    author,
    pieces: numbers,
    own: own.map(Number),
    labels: {
      ...(objections.isTaught(lesson) && { objections: orNone(typesAt(labels, item)) }),
      ...(pains && { pains: [pains.get(item) ?? 'none'] }),
      ...(authority && { authority: [authority.get(item) ?? 'none'] }),
    },
    mentions: spans.map(({ mention, from, to }) => ({
      first: mention.from,
      from,
      to,
      label: (stances.isTaught(lesson) && stanceTo(labels, mention.name)) || null,
      weight: 1 / places(mention.name),
    })),
  }));
}

const orNone = (found: string[]): string[] => (found.length > 0 ? found : ['none']);
