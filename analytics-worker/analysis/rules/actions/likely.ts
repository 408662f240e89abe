import { groupBy } from '../../../../lib/group.ts';
import { owners, type ActionItem } from '../../results.ts';
import { once } from '../../once.ts';
import type { Features } from '../learned/features.ts';
import { FRAMES, itemFeatures } from '../learned/item.ts';
import { likelihoods, modelOf, type Model } from '../learned/model.ts';
import weights from '../learned/weights/actions.json' with { type: 'json' };
import type { Utterance } from '../normalise/types.ts';
import type { Talk } from '../talk.ts';

export const labels = ['none', ...owners] as const;
export type Label = (typeof labels)[number];
type Owner = ActionItem['owner'];

/** How likely it is that an item says what its speaker, or somebody of his, will do after the call, by who owes it; and what frames heard in it. */
export type Likely = { utterance: Utterance; heard: readonly ActionItem[]; by: ReadonlyMap<Label, number> };

/** How much who speaks, and what kind of deed frames heard, weigh against the words. */
const SPEAKER = 2;
const KIND = 1;

/** As `npm run train:rules` left it. */
export const trained = once(() => modelOf(weights, labels));

/** How likely each item of the call is to promise something, in order; an item without a word promises nothing and is left out. */
export function likelyIn(talk: Talk, allHeard: readonly ActionItem[], model: Model<Label>): Likely[] {
  const byItem = groupBy(allHeard, ({ item }) => item);
  const telling = talk.utterances.filter(({ tokens }) => tokens.length > 0);
  return telling.map((utterance) => {
    const heard = byItem.get(utterance.item) ?? [];
    const features = featuresOf(talk, utterance);
    addHeard(features, heard);
    return { utterance, heard, by: likelihoods(model, features) };
  });
}

/** Who likely enough owes something for what is said in the item: nobody, one, or more. */
export function owing({ by }: Likely, threshold: number): Owner[] {
  if (1 - (by.get('none') ?? 0) < threshold) return [];
  const [first, ...others] = owners.toSorted((a, b) => (by.get(b) ?? 0) - (by.get(a) ?? 0));
  return [...(first ? [first] : []), ...others.filter((owner) => (by.get(owner) ?? 0) >= threshold)];
}

/** Its words, what the other side said before and after it, and who speaks. */
export function featuresOf(talk: Talk, said: Utterance): Features {
  const features = itemFeatures({ said, before: talk.before(said), after: talk.after(said) });
  return features.set(`k:${said.role}`, SPEAKER);
}

/** What frames heard promised in it. Not of what they were written on: there they are always right, and would be trusted too much. */
export function addHeard(to: Features, heard: readonly ActionItem[]): void {
  for (const { owner, kind } of heard) to.set('f:told', FRAMES).set(`f:${owner}`, FRAMES).set(`f:kind ${kind}`, KIND);
}
