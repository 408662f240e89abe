import type { Features } from '../../analytics-worker/analysis/rules/learned/features.ts';
import { withHeard, type Candidate } from '../../analytics-worker/analysis/rules/learned/weigh.ts';
import type { Example } from './logistic.ts';

/**
 * Frames are nearly always right about the calls that they were written on, and on others about half the time: that what they have seen teaches
 * trust in them, too, but counts a third, puts it in between.
 */
const TRUST_OF_SEEN = 1 / 3;

/**
 * The examples that items are, each with the labels that it has, else as one that tells nothing.
 *
 * @param isUnread whether no frame was made from them
 */
export function examplesIn<Label extends string>(
  candidates: readonly Candidate[],
  labelsOf: (item: number) => readonly Label[],
  isUnread: boolean,
): Example<Label | 'none'>[] {
  return candidates.flatMap((one) => {
    const found = labelsOf(one.said.item);
    const labels = found.length > 0 ? found : (['none'] as const);
    return labels.flatMap((label) =>
      trusting(one, isUnread).map(({ features, weight }) => ({ features, label, weight: weight / labels.length })),
    );
  });
}

/** An item with and without what frames hear in it, each with how much it counts. */
function trusting(one: Candidate, isUnread: boolean): { features: Features; weight: number }[] {
  if (one.heard.size === 0) return [{ features: one.features, weight: 1 }];
  if (isUnread) return [{ features: withHeard(one), weight: 1 }];
  return [
    { features: withHeard(one), weight: TRUST_OF_SEEN },
    { features: one.features, weight: 1 - TRUST_OF_SEEN },
  ];
}
