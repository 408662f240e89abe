import type { Claim } from '../../analytics-worker/analysis/rules/find/claim.ts';
import { likelihoods, type Model } from '../../analytics-worker/analysis/rules/learned/model.ts';
import { weigh, withHeard } from '../../analytics-worker/analysis/rules/learned/weigh.ts';
import { firstClaim } from '../../analytics-worker/analysis/rules/resolve/last.ts';
import { authority } from '../../analytics-worker/analysis/rules/weigh/authority.ts';
import { pains } from '../../analytics-worker/analysis/rules/weigh/pains.ts';
import { candidatesOf, type Weighing } from '../../analytics-worker/analysis/rules/weigh/weighing.ts';
import { remembered } from '../../lib/remembered.ts';
import type { Labels } from '../bench/corpus-read.ts';
import { pair } from '../bench/corpus-score.ts';
import type { Lesson } from './corpus.ts';
import { isLabelled } from './told.ts';
import { THRESHOLDS, type Task } from './task.ts';
import { examplesIn } from './trust.ts';

type Signals = Labels['signals'];
type Signal<Value extends string> = {
  name: string;
  signal: keyof Signals;
  weighing: Weighing<Value>;
  rounds: number;
  /** The values that the items labelled tell, or the one that some item tells. */
  labelled: (signals: Partial<Signals>, told: Lesson['told']) => ReadonlyMap<number, Value> | Value | undefined;
  /** What is compared with the label. */
  valuesOf: (claims: Claim[]) => readonly unknown[];
};

/** Another item that tells the value so likely tells it, too. */
const ALSO = 0.5;

export const painPoints = toldTask<'pain'>({
  name: 'pains',
  signal: 'pain_points',
  weighing: pains,
  rounds: 1,
  labelled: ({ pain_points: items = [] }) => new Map(items.map((item) => [item, 'pain'])),
  valuesOf: (claims) => claims.map(({ item }) => item),
});

export const budgetAuthority = toldTask({
  name: 'authority',
  signal: 'budget_authority',
  weighing: authority,
  rounds: 2,
  labelled: ({ budget_authority: value }, told) =>
    value && told?.budget_authority ? new Map([[told.budget_authority, value]]) : value,
  valuesOf: (claims) => (claims.length === 0 ? [] : [firstClaim(claims)?.value]),
});

/** Something told by items of the caller's, and by which. */
export type ToldTask<Value extends string> = Task<Value | 'none'> & {
  /**
   * The value that each item tells; where labels name the value of the call alone, those that the round before makes the likeliest tell it.
   * Undefined where that cannot be known.
   */
  toldIn: (lesson: Lesson, model: Model<Value | 'none'> | undefined) => ReadonlyMap<number, Value> | undefined;
};

function toldTask<Value extends string>({
  signal,
  weighing,
  labelled,
  valuesOf,
  name,
  rounds,
}: Signal<Value>): ToldTask<Value> {
  const candidates = remembered(({ turns }: Lesson) => candidatesOf(turns, weighing));

  const toldIn: ToldTask<Value>['toldIn'] = (lesson, model) => {
    const told = labelled(lesson.labels.signals ?? {}, lesson.told);
    if (told === undefined) return new Map();
    if (typeof told !== 'string') return told;
    const all = candidates(lesson);
    if (!model) return all.length > 1 ? undefined : new Map(all.map(({ said }) => [said.item, told]));
    // "Uh-huh." has no word to weigh, and yet it may tell the value by what stands beside it.
    const likely = all.map((one) => ({
      item: one.said.item,
      by: likelihoods(model, lesson.unreadFor.has('weighed') ? withHeard(one) : one.features).get(told) ?? 0,
    }));
    const most = Math.max(...likely.map(({ by }) => by));
    return new Map(likely.filter(({ by }) => by === most || by > ALSO).map(({ item }) => [item, told]));
  };

  return {
    name,
    toldIn,
    labels: weighing.labels,
    frames: 'weighed',
    isEncoded: true,
    l2: 0.8,
    thresholds: THRESHOLDS,
    rounds,
    isTaught: (lesson) => isLabelled(lesson, signal),
    examplesOf: (lesson, model) => {
      const told = toldIn(lesson, model);
      return told
        ? examplesIn(candidates(lesson), (item) => [told.get(item) ?? 'none'], lesson.unreadFor.has('weighed'))
        : [];
    },
    read: (lesson, model, encoded) => {
      const { unreadFor, labels } = lesson;
      const weighed = weigh(model, candidates(lesson), {
        hears: unreadFor.has('weighed'),
        head: weighing.head,
        encoded,
      });
      const label = labels.signals?.[signal];
      const right = label === undefined ? [] : [label].flat();
      return (threshold) => pair(valuesOf(weighing.claimsOf(weighed, { model, threshold })), right, (a, b) => a === b);
    },
  };
}
