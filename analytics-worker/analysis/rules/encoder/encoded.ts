import type { Mention } from '../competitors/mentions.ts';
import type { Utterance } from '../normalise/types.ts';

/** What the encoder tells of an item of the caller's, each with labels of its own; `stances` it tells of a product that is named. */
export type ItemHead = 'objections' | 'pains' | 'authority';

/** How likely each label is, by name; shares of 1. */
export type Likely = ReadonlyMap<string, number>;

/** The caller's side of a call as the encoder read it. What it has not read, because nothing was said there, is undefined. */
export type Encoded = {
  ofItem: (head: ItemHead, said: Utterance) => Likely | undefined;
  ofMention: (mention: Mention) => Likely | undefined;
};
