import type { Encoded } from '../../analytics-worker/analysis/rules/encoder/encoded.ts';
import type { Model } from '../../analytics-worker/analysis/rules/learned/model.ts';
import type { Tally } from '../bench/corpus-score.ts';
import type { Frames, Lesson } from './corpus.ts';
import type { Example } from './logistic.ts';

/** 0.1 to 0.9. */
export const THRESHOLDS = Array.from({ length: 33 }, (_, index) => (index + 4) / 40);

/** Something that is learned: what it is learned from, and how well a model does it. */
export type Task<Label extends string> = {
  /** Of the file of weights. */
  name: string;
  labels: readonly Label[];
  /** Strength of L2: the larger, the nearer to nothing all weights stay. */
  l2: number;
  /** From how likely on a label could be taken: the best of them is found. */
  thresholds: readonly number[];
  /** What frames hear of it. */
  frames: Frames;
  /** Whether a head of the encoder judges the same. */
  isEncoded: boolean;
  /** Whether this lesson has labels for it. */
  isTaught: (lesson: Lesson) => boolean;
  /** @param model what was learned in the round before, where there was one */
  examplesOf: (lesson: Lesson, model: Model<Label> | undefined) => Example<Label>[];
  /** Where the labels do not say which item tells it, each round finds that by the one before. */
  rounds: number;
  /** Reads a lesson by a model, with what the encoder makes of it where that is given; what comes back scores it at any threshold. */
  read: (lesson: Lesson, model: Model<Label>, encoded?: Encoded) => (threshold: number) => Tally;
};
