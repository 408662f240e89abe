import { namedBy } from '../../../analytics-worker/analysis/rules/competitors/named.ts';
import type { ItemHead, SpanHead } from '../../../analytics-worker/analysis/rules/encoder/encoded.ts';
import { inputsOf, type Span } from '../../../analytics-worker/analysis/rules/encoder/inputs.ts';
import type { Pieces } from '../../../analytics-worker/analysis/rules/encoder/pieces.ts';
import type { Authority } from '../../../analytics-worker/analysis/rules/find/authority.ts';
import { countsOf } from '../../../analytics-worker/analysis/rules/find/counts.ts';
import { placesIn } from '../../../analytics-worker/analysis/rules/find/location.ts';
import { papersIn } from '../../../analytics-worker/analysis/rules/find/papers.ts';
import type { Model } from '../../../analytics-worker/analysis/rules/learned/model.ts';
import type { Utterance } from '../../../analytics-worker/analysis/rules/normalise/types.ts';
import { businesses } from '../../../analytics-worker/analysis/rules/vocabulary/industries.ts';
import { sameDocument, sameWord } from '../../bench/corpus-score.ts';
import type { Lesson } from '../corpus.ts';
import { objections, typesAt } from '../objections.ts';
import { budgetAuthority, painPoints } from '../signals.ts';
import { stances, stanceTo } from '../stances.ts';
import { countedBy, namedAs, toldBy } from '../told.ts';

/** An item as train.py reads it: the encoder's input, and for each head that its lesson teaches the labels that it has. */
export type Example = {
  lesson: string;
  item: number;
  author: string;
  pieces: number[];
  own: number[];
  labels: Partial<Record<ItemHead, string[]>>;
  spans: (Span & Label)[];
};
/** Null where nobody knows, or a product is no competitor. `weight`: a product that is named in several places counts as one. */
type Label = { label: string | null; weight: number };

/** The labels of each head, in the order in which the encoder scores them. */
export const heads = {
  items: {
    objections: objections.labels,
    pains: painPoints.labels,
    authority: budgetAuthority.labels,
    industry: ['none', ...Object.keys(businesses)],
    timeline: ['none', 'this_week', 'this_month', 'this_quarter', 'evaluating'],
    urgency: ['none', 'high', 'medium', 'low'],
    tool: ['none', 'manual', 'product'],
  },
  spans: {
    stances: stances.labels,
    counts: ['none', 'team', 'volume'],
    papers: ['none', 'use'],
    places: ['none', 'own'],
  },
};

/**
 * What each item of a lesson teaches the encoder.
 *
 * @param deciding learned before: labels say who decides, not which item tells it
 */
export function examplesIn(lesson: Lesson, pieces: Pieces, deciding: Model<Authority | 'none'>): Example[] {
  const { name, author } = lesson;
  const ofItem = itemLabels(lesson, deciding);
  const ofSpan = spanLabels(lesson);
  return inputsOf(lesson.talk, pieces).map(({ said, pieces: numbers, own, spans }) => ({
    lesson: name,
    item: said.item,
    author,
    pieces: numbers,
    own: own.map(Number),
    labels: ofItem(said.item),
    spans: spans.map((span) => ({ ...span, ...ofSpan[span.head](said, span.first) })),
  }));
}

/** Of each head that the lesson teaches the labels of an item. */
function itemLabels(lesson: Lesson, deciding: Model<Authority | 'none'>): (item: number) => Example['labels'] {
  const pains = painPoints.isTaught(lesson) ? painPoints.toldIn(lesson, undefined) : undefined;
  const authority = budgetAuthority.isTaught(lesson) ? budgetAuthority.toldIn(lesson, deciding) : undefined;
  const industry = toldBy(lesson, 'industry');
  const timeline = toldBy(lesson, 'decision_timeline');
  const urgency = toldBy(lesson, 'urgency');
  const tool = toldBy(lesson, 'current_tool');
  const known = (head: keyof typeof heads.items, value: string | undefined) =>
    value !== undefined && heads.items[head].some((label) => label === value) ? { [head]: [value] } : {};
  return (item) => ({
    ...(objections.isTaught(lesson) && { objections: orNone(typesAt(lesson.labels, item)) }),
    ...(pains && { pains: [pains.get(item) ?? 'none'] }),
    ...(authority && { authority: [authority.get(item) ?? 'none'] }),
    ...known('industry', industry?.(item)),
    ...known('timeline', timeline?.(item)),
    ...known('urgency', urgency?.(item)),
    ...known('tool', toolOf(tool?.(item))),
  });
}

/** Of each head the label of the words of an item that begin with a token. */
function spanLabels(lesson: Lesson): Record<SpanHead, (said: Utterance, first: number) => Label> {
  const products = namedBy(lesson.talk).flatMap(({ told }) => told.map(({ mention }) => mention));
  const counted = countedBy(lesson);
  const whether = (is: boolean | undefined, label: string): Label => ({
    label: is === undefined ? null : is ? label : 'none',
    weight: 1,
  });
  const valueAt = (named: { from: number; value: string }[], first: number): string | undefined =>
    named.find(({ from }) => from === first)?.value;
  return {
    stances: (said, first) => {
      const product = products.find(({ utterance, from }) => utterance === said && from === first);
      return {
        label: (product && stanceTo(lesson.labels, product.name)) ?? null,
        weight: 1 / products.filter(({ name }) => name === product?.name).length,
      };
    },
    counts: (said, first) => {
      const count = countsOf(said).find(({ at }) => at === first);
      return { label: (count && counted(count, said.item)) ?? null, weight: 1 };
    },
    papers: (said, first) => whether(namedAs(lesson, 'use_case', valueAt(papersIn(said), first), sameDocument), 'use'),
    places: (said, first) => whether(namedAs(lesson, 'location', valueAt(placesIn(said), first), sameWord), 'own'),
  };
}

const toolOf = (name: string | undefined) =>
  name === undefined || name === 'none' || name === 'manual' ? name : 'product';

const orNone = (found: string[]): string[] => (found.length > 0 ? found : ['none']);
