import type { Utterance } from '../normalise/types.ts';

/** What the encoder tells of an item of the caller's, each with labels of its own. */
export type ItemHead = 'objections' | 'pains' | 'authority' | 'industry' | 'timeline' | 'urgency' | 'tool';
/** What it tells of some words of an item: of a product how he stands to it, of a number what it counts, of a document whether it is what he has signed, of a place whether he is there. */
export type SpanHead = 'stances' | 'counts' | 'papers' | 'places';

/** How likely each label is, by name; shares of 1. */
export type Likely = ReadonlyMap<string, number>;

/** The caller's side of a call as the encoder read it. What it has not read, because nothing was said there, is undefined. */
export type Encoded = {
  ofItem: (head: ItemHead, said: Utterance) => Likely | undefined;
  /** By the first token of the words. */
  ofSpan: (head: SpanHead, said: Utterance, first: number) => Likely | undefined;
};
