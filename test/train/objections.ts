import { labels, likelyObjections, type Label } from '../../analytics-worker/analysis/rules/objections/likely.ts';
import { candidatesOf } from '../../analytics-worker/analysis/rules/objections/context.ts';
import { weigh } from '../../analytics-worker/analysis/rules/learned/weigh.ts';
import { pair } from '../bench/corpus-score.ts';
import type { Lesson } from './corpus.ts';
import { THRESHOLDS, type Task } from './task.ts';
import { examplesIn } from './trust.ts';

/** The objections that an item raises. */
export const typesAt = ({ objections = [] }: Lesson['labels'], at: number) =>
  objections.filter(({ item }) => item === at).map(({ type }) => type);

/** Which of the eight types of objection, or none, each item of the caller's raises. */
export const objections: Task<Label> = {
  name: 'objections',
  labels,
  frames: 'weighed',
  isEncoded: true,
  l2: 0.8,
  thresholds: THRESHOLDS,
  isTaught: ({ labels }) => labels.objections !== undefined,
  examplesOf: (lesson) => {
    const { talk, outcome, labels, unreadFor } = lesson;
    const candidates = candidatesOf(talk, outcome.outcome);
    return examplesIn(candidates, (item) => typesAt(labels, item), unreadFor.has('weighed'));
  },
  rounds: 1,
  read: ({ talk, outcome, labels, unreadFor }, model, encoded) => {
    const weighed = weigh(model, candidatesOf(talk, outcome.outcome), {
      hears: unreadFor.has('weighed'),
      head: 'objections',
      encoded,
    });
    return (threshold) =>
      pair(
        likelyObjections(weighed, threshold),
        labels.objections ?? [],
        ({ type, first }, label) => type === label.type && first.item === label.item,
      );
  },
};
