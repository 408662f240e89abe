import { labels, likelyObjections, type Label } from '../../analytics-worker/analysis/rules/objections/likely.ts';
import { candidatesOf } from '../../analytics-worker/analysis/rules/objections/context.ts';
import { weigh } from '../../analytics-worker/analysis/rules/learned/weigh.ts';
import { pair } from '../bench/corpus-score.ts';
import { THRESHOLDS, type Task } from './task.ts';
import { examplesIn } from './trust.ts';

/** Which of the eight types of objection, or none, each item of the caller's raises. */
export const objections: Task<Label> = {
  name: 'objections',
  labels,
  l2: 0.8,
  thresholds: THRESHOLDS,
  isTaught: ({ labels }) => labels.objections !== undefined,
  examplesOf: (lesson) => {
    const { talk, outcome, labels } = lesson;
    const typesOf = (at: number) => (labels.objections ?? []).filter(({ item }) => item === at).map(({ type }) => type);
    return examplesIn(candidatesOf(talk, outcome.outcome), typesOf, lesson);
  },
  rounds: 1,
  read: ({ talk, outcome, labels, isUnseen }, model) => {
    const weighed = weigh(model, candidatesOf(talk, outcome.outcome), isUnseen);
    return (threshold) =>
      pair(
        likelyObjections(weighed, threshold),
        labels.objections ?? [],
        ({ type, first }, label) => type === label.type && first.item === label.item,
      );
  },
};
