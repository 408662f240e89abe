import type { ItemHead, SpanHead } from '../../../analytics-worker/analysis/rules/encoder/encoded.ts';
import { inputsOf, type Span } from '../../../analytics-worker/analysis/rules/encoder/inputs.ts';
import type { Pieces } from '../../../analytics-worker/analysis/rules/encoder/pieces.ts';
import type { Authority } from '../../../analytics-worker/analysis/rules/find/authority.ts';
import type { Model } from '../../../analytics-worker/analysis/rules/learned/model.ts';
import { namedBy } from '../../../analytics-worker/analysis/rules/competitors/named.ts';
import { sameDocument, sameWord } from '../../bench/corpus-score.ts';
import { placesIn } from '../../../analytics-worker/analysis/rules/find/location.ts';
import { papersIn } from '../../../analytics-worker/analysis/rules/find/papers.ts';
import { countsOf } from '../../../analytics-worker/analysis/rules/find/counts.ts';
import type { Utterance } from '../../../analytics-worker/analysis/rules/normalise/types.ts';
import { businesses } from '../../../analytics-worker/analysis/rules/vocabulary/industries.ts';
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
  /** `weight`: a product that is named in several places counts as one. `label` is null where nobody knows, or a product is no competitor. */
  spans: (Span & { label: string | null; weight: number })[];
};

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
  const { labels, name, author } = lesson;
  const pains = painPoints.isTaught(lesson) ? painPoints.toldIn(lesson, undefined) : undefined;
  const authority = budgetAuthority.isTaught(lesson) ? budgetAuthority.toldIn(lesson, deciding) : undefined;
  const industry = toldBy(lesson, 'industry');
  const timeline = toldBy(lesson, 'decision_timeline');
  const urgency = toldBy(lesson, 'urgency');
  const tool = toldBy(lesson, 'current_tool');
  const known = (head: keyof typeof heads.items, value: string | undefined) =>
    value !== undefined && heads.items[head].some((label) => label === value) ? { [head]: [value] } : {};
  const counted = countedBy(lesson);
  const products = namedBy(lesson.talk).flatMap(({ told }) => told.map(({ mention }) => mention));
  const stanceAt = (said: Utterance, first: number) => {
    const product = products.find(({ utterance, from }) => utterance === said && from === first);
    const isTaught = product && stances.isTaught(lesson);
    return {
      label: (isTaught && stanceTo(labels, product.name)) || null,
      weight: 1 / products.filter(({ name }) => name === product?.name).length,
    };
  };
  const labelAt: Record<SpanHead, (said: Utterance, first: number) => { label: string | null; weight: number }> = {
    stances: stanceAt,
    counts: (said, first) => {
      const count = countsOf(said).find(({ at }) => at === first);
      return { label: (count && counted(count, said.item)) ?? null, weight: 1 };
    },
    papers: (said, first) => {
      const is = namedAs(lesson, 'use_case', papersIn(said).find(({ from }) => from === first)?.value, sameDocument);
      return { label: is === undefined ? null : is ? 'use' : 'none', weight: 1 };
    },
    places: (said, first) => {
      const is = namedAs(lesson, 'location', placesIn(said).find(({ from }) => from === first)?.value, sameWord);
      return { label: is === undefined ? null : is ? 'own' : 'none', weight: 1 };
    },
  };
  return inputsOf(lesson.talk, pieces).map(({ said, pieces: numbers, own, spans }) => ({
    lesson: name,
    item: said.item,
    author,
    pieces: numbers,
    own: own.map(Number),
    labels: {
      ...(objections.isTaught(lesson) && { objections: orNone(typesAt(labels, said.item)) }),
      ...(pains && { pains: [pains.get(said.item) ?? 'none'] }),
      ...(authority && { authority: [authority.get(said.item) ?? 'none'] }),
      ...known('industry', industry?.(said.item)),
      ...known('timeline', timeline?.(said.item)),
      ...known('urgency', urgency?.(said.item)),
      ...known('tool', toolOf(tool?.(said.item))),
    },
    spans: spans.map((span) => ({
      ...span,
      ...labelAt[span.head](said, span.first),
    })),
  }));
}

const toolOf = (name: string | undefined) =>
  name === undefined || name === 'none' || name === 'manual' ? name : 'product';

const orNone = (found: string[]): string[] => (found.length > 0 ? found : ['none']);
