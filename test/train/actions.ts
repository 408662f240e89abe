import { hearActions } from '../../analytics-worker/analysis/rules/actions/heard.ts';
import { candidatesOf, labels, owing, type Label } from '../../analytics-worker/analysis/rules/actions/likely.ts';
import { weigh } from '../../analytics-worker/analysis/rules/learned/weigh.ts';
import { pair } from '../bench/corpus-score.ts';
import { THRESHOLDS, type Task } from './task.ts';
import { examplesIn } from './trust.ts';

/** Which items say what somebody will do after the call, and who. */
export const actionItems: Task<Label> = {
  name: 'actions',
  labels,
  l2: 0.8,
  rounds: 1,
  thresholds: THRESHOLDS,
  frames: 'promises',
  isEncoded: false,
  isTaught: ({ labels }) => labels.action_items !== undefined,
  examplesOf: (lesson) => {
    const { talk, labels, unreadFor } = lesson;
    const ownersOf = (at: number) =>
      (labels.action_items ?? []).filter(({ item }) => item === at).map(({ owner }) => owner);
    return examplesIn(candidatesOf(talk, hearActions(talk)), ownersOf, unreadFor.has('promises'));
  },
  read: ({ talk, labels, unreadFor }, model) => {
    const weighed = weigh(model, candidatesOf(talk, hearActions(talk)), { hears: unreadFor.has('promises') });
    return (threshold) => {
      const found = weighed.flatMap((one) => owing(one, threshold).map((owner) => ({ item: one.said.item, owner })));
      return pair(found, labels.action_items ?? [], (a, b) => a.item === b.item && a.owner === b.owner);
    };
  },
};
