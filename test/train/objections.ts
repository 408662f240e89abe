import {
  labels,
  likelyIn,
  likelyObjections,
  type Label,
} from '../../analytics-worker/analysis/rules/objections/likely.ts';
import { addSpoken, featuresOf } from '../../analytics-worker/analysis/rules/objections/context.ts';
import { pair } from '../bench/corpus-score.ts';
import type { Lesson } from './corpus.ts';
import type { Example } from './logistic.ts';
import { THRESHOLDS, type Task } from './task.ts';
import { examplesOfItem } from './trust.ts';

/** Which of the eight types of objection, or none, each item of the caller's raises. */
export const objections: Task<Label> = {
  name: 'objections',
  labels,
  l2: 0.8,
  thresholds: THRESHOLDS,
  isTaught: ({ labels }) => labels.objections !== undefined,
  examplesOf,
  rounds: 1,
  read: ({ talk, outcome, labels, isUnseen }, model) => {
    const likely = likelyIn(talk, outcome.outcome, model, isUnseen);
    return (threshold) =>
      pair(
        likelyObjections(likely, threshold),
        labels.objections ?? [],
        ({ type, first }, label) => type === label.type && first.item === label.item,
      );
  },
};

function examplesOf(lesson: Lesson): Example<Label>[] {
  const { talk, outcome, labels } = lesson;
  return talk.caller.flatMap((utterance) => {
    const plain = featuresOf(talk, utterance, outcome.outcome);
    const hearing = new Map(plain);
    addSpoken(hearing, talk, utterance, outcome.outcome);
    const types = labels.objections?.filter(({ item }) => item === utterance.item).map(({ type }) => type) ?? [];
    return examplesOfItem<Label>({ plain, hearing }, types.length > 0 ? types : ['none'], lesson);
  });
}
