import type { Features } from '../../analytics-worker/analysis/rules/learned/features.ts';
import type { Lesson } from './corpus.ts';
import type { Example } from './logistic.ts';

/**
 * Frames are nearly always right about the calls that they were written on, and on others about half the time: that what they have seen teaches
 * trust in them, too, but counts a third, puts it in between.
 */
const TRUST_OF_SEEN = 1 / 3;

/** An item without and with what frames hear in it, each with how much it counts. */
function trusting(
  features: Features,
  hearing: Features,
  { isUnseen }: Pick<Lesson, 'isUnseen'>,
): { features: Features; weight: number }[] {
  const isHeard = hearing.size > features.size;
  const trust = isHeard ? (isUnseen ? 1 : TRUST_OF_SEEN) : 0;
  return [
    { features: hearing, weight: trust },
    { features, weight: 1 - trust },
  ].filter(({ weight }) => weight > 0);
}

/** The examples that an item is, with as many labels as it has. */
export function examplesOfItem<Label extends string>(
  { plain, hearing }: { plain: Features; hearing: Features },
  labels: readonly Label[],
  lesson: Pick<Lesson, 'isUnseen'>,
): Example<Label>[] {
  return labels.flatMap((label) =>
    trusting(plain, hearing, lesson).map(({ features, weight }) => ({
      features,
      label,
      weight: weight / labels.length,
    })),
  );
}
