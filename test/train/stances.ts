import type { Competitor } from '../../analytics-worker/analysis/results.ts';
import { addTold, featuresOf } from '../../analytics-worker/analysis/rules/competitors/context.ts';
import { labels, likelyStance } from '../../analytics-worker/analysis/rules/competitors/likely.ts';
import { heardOf, namedBy } from '../../analytics-worker/analysis/rules/competitors/named.ts';
import { pair, sameWord } from '../bench/corpus-score.ts';
import type { Lesson } from './corpus.ts';
import type { Example } from './logistic.ts';
import type { Task } from './task.ts';

type Stance = Competitor['stance'];

/** How the caller stands to each product that he names. */
export const stances: Task<Stance> = {
  name: 'stances',
  labels,
  frames: 'weighed',
  isEncoded: true,
  l2: 0.3,
  // The likeliest is always taken.
  thresholds: [0],
  isTaught: ({ labels }) => labels.competitors !== undefined,
  examplesOf,
  rounds: 1,
  read: ({ talk, heard, labels, unreadFor }, model, encoded) => {
    const found = namedBy(talk).map((named) => ({
      name: named.name,
      stance: likelyStance(talk, named, {
        tool: heard['current_tool']?.value,
        model,
        hears: unreadFor.has('weighed'),
        encoded,
      }),
    }));
    const counted = pair(found, labels.competitors ?? [], (a, b) => sameWord(a.name, b.name) && a.stance === b.stance);
    return () => counted;
  },
};

/** How the labels say that he stands to it; undefined where it is no competitor. */
export const stanceTo = ({ competitors = [] }: Lesson['labels'], name: string): Stance | undefined =>
  competitors.find((one) => sameWord(one.name, name))?.stance;

function examplesOf({ talk, heard, labels, unreadFor }: Lesson): Example<Stance>[] {
  return namedBy(talk).flatMap(({ name, told }): Example<Stance>[] => {
    const label = stanceTo(labels, name);
    if (!label) return [];
    const features = featuresOf(
      talk,
      told.map(({ mention }) => mention),
    );
    if (unreadFor.has('weighed')) addTold(features, heardOf(told), name === heard['current_tool']?.value);
    return [{ features, label, weight: 1 }];
  });
}
