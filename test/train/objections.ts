import { labels, likelyIn, raisedFrom, type Label } from '../../analytics-worker/analysis/rules/objections/likely.ts';
import { addSpoken, featuresOf } from '../../analytics-worker/analysis/rules/objections/context.ts';
import { pair } from '../bench/corpus-score.ts';
import type { Lesson } from './corpus.ts';
import type { Example } from './logistic.ts';
import type { Task } from './task.ts';

/** Which of the eight types of objection, or none, each item of the caller's raises. */
export const objections: Task<Label> = {
  name: 'objections',
  labels,
  l2: 0.8,
  thresholds: Array.from({ length: 33 }, (_, index) => (index + 4) / 40),
  isTaught: ({ labels }) => labels.objections !== undefined,
  examplesOf,
  read: ({ talk, outcome, labels, isUnseen }, model) => {
    const likely = likelyIn(talk, outcome.outcome, model, isUnseen);
    return (threshold) =>
      pair(
        raisedFrom(likely, threshold),
        labels.objections ?? [],
        ({ type, first }, label) => type === label.type && first.item === label.item,
      );
  },
};

/**
 * Frames are nearly always right about the calls that they were written on, and on others about half the time: that what they have seen teaches
 * trust in them, too, but counts a third, puts it in between.
 */
const TRUST_OF_SEEN = 1 / 3;

function examplesOf(lesson: Lesson): Example<Label>[] {
  const { talk, outcome, labels, isUnseen } = lesson;
  return talk.caller.flatMap((utterance) => {
    const features = featuresOf(talk, utterance, outcome.outcome);
    const hearing = new Map(features);
    addSpoken(hearing, talk, utterance, outcome.outcome);
    const isHeard = hearing.size > features.size;
    const trust = isHeard ? (isUnseen ? 1 : TRUST_OF_SEEN) : 0;
    const types = labels.objections?.filter(({ item }) => item === utterance.item).map(({ type }) => type) ?? [];
    const raised: Label[] = types.length > 0 ? types : ['none'];
    return raised
      .flatMap((label) => [
        { features: hearing, label, weight: trust / raised.length },
        { features, label, weight: (1 - trust) / raised.length },
      ])
      .filter(({ weight }) => weight > 0);
  });
}
