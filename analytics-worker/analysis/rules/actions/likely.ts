import { groupBy } from '../../../../lib/group.ts';
import { owners, type ActionItem } from '../../results.ts';
import { once } from '../../once.ts';
import type { Features } from '../learned/features.ts';
import { FRAMES, itemFeatures } from '../learned/item.ts';
import { modelOf } from '../learned/model.ts';
import type { Candidate, Weighed } from '../learned/weigh.ts';
import weights from '../learned/weights/actions.json' with { type: 'json' };
import type { Talk } from '../talk.ts';

export const labels = ['none', ...owners] as const;
export type Label = (typeof labels)[number];
type Owner = ActionItem['owner'];

/** How much who speaks, and what kind of deed frames heard, weigh against the words. */
const SPEAKER = 2;
const KIND = 1;

/** As `npm run train:rules` left it. */
export const trained = once(() => modelOf(weights, labels));

/** Who likely enough owes something for what is said in the item: nobody, one, or more. */
export function owing({ by }: Weighed<Label>, threshold: number): Owner[] {
  if (1 - (by.get('none') ?? 0) < threshold) return [];
  const [first, ...others] = owners.toSorted((a, b) => (by.get(b) ?? 0) - (by.get(a) ?? 0));
  return [...(first ? [first] : []), ...others.filter((owner) => (by.get(owner) ?? 0) >= threshold)];
}

/** All items, each by its words, what the other side said before and after it, and who speaks. */
export function candidatesOf(talk: Talk, heard: readonly ActionItem[]): Candidate[] {
  const byItem = groupBy(heard, ({ item }) => item);
  return talk.utterances.map((said) => {
    const features = itemFeatures({ said, before: talk.before(said), after: talk.after(said) });
    features.set(`k:${said.role}`, SPEAKER);
    return { said, features, heard: hintsOf(byItem.get(said.item) ?? []) };
  });
}

function hintsOf(heard: readonly ActionItem[]): Features {
  const hints: Features = new Map();
  for (const { owner, kind } of heard)
    hints.set('f:told', FRAMES).set(`f:${owner}`, FRAMES).set(`f:kind ${kind}`, KIND);
  return hints;
}
