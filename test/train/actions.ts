import { groupBy } from '../../lib/group.ts';
import { hearActions } from '../../analytics-worker/analysis/rules/actions/heard.ts';
import {
  addHeard,
  featuresOf,
  labels,
  likelyIn,
  owing,
  type Label,
} from '../../analytics-worker/analysis/rules/actions/likely.ts';
import { pair } from '../bench/corpus-score.ts';
import { READ, type Lesson } from './corpus.ts';
import type { Example } from './logistic.ts';
import { THRESHOLDS, type Task } from './task.ts';
import { examplesOfItem } from './trust.ts';

/** Which items say what somebody will do after the call, and who. */
export const actionItems: Task<Label> = {
  name: 'actions',
  labels,
  l2: 0.8,
  rounds: 1,
  thresholds: THRESHOLDS,
  alsoSeen: READ,
  isTaught: ({ labels }) => labels.action_items !== undefined,
  examplesOf,
  read: ({ talk, labels, isUnseen }, model) => {
    const likely = likelyIn(talk, isUnseen ? hearActions(talk) : [], model);
    return (threshold) => {
      const found = likely.flatMap((one) =>
        owing(one, threshold).map((owner) => ({ item: one.utterance.item, owner })),
      );
      return pair(found, labels.action_items ?? [], (a, b) => a.item === b.item && a.owner === b.owner);
    };
  },
};

function examplesOf(lesson: Lesson): Example<Label>[] {
  const { talk, labels } = lesson;
  const heard = groupBy(hearActions(talk), ({ item }) => item);
  return talk.utterances.flatMap((utterance) => {
    const plain = featuresOf(talk, utterance);
    const hearing = new Map(plain);
    addHeard(hearing, heard.get(utterance.item) ?? []);
    const owners = labels.action_items?.filter(({ item }) => item === utterance.item).map(({ owner }) => owner) ?? [];
    return examplesOfItem<Label>({ plain, hearing }, owners.length > 0 ? owners : ['none'], lesson);
  });
}
