import { objectionTypes, type Objection } from '../../results.ts';
import { once } from '../../once.ts';
import { modelOf } from '../learned/model.ts';
import type { Weighed } from '../learned/weigh.ts';
import weights from '../learned/weights/objections.json' with { type: 'json' };
import type { Utterance } from '../normalise/types.ts';

export const labels = ['none', ...objectionTypes] as const;
export type Label = (typeof labels)[number];

export type LikelyObjection = { type: Objection['type']; first: Utterance; last: Utterance };

/** As `npm run train:rules` left it. */
export const trained = once(() => modelOf(weights, labels));

/** What is likely enough, each type with the items in which it was raised first and last. Names and numbers alone raise nothing. */
export function likelyObjections(weighed: readonly Weighed<Label>[], threshold: number): LikelyObjection[] {
  const telling = weighed.filter(({ said }) => said.tokens.some(({ product, number }) => !product && !number));
  const found = objectionTypes.flatMap((type) => {
    const all = telling.filter(({ by }) => (by.get(type) ?? 0) >= threshold).map(({ said }) => said);
    const [first] = all;
    return first ? [{ type, first, last: all.at(-1) ?? first }] : [];
  });
  return found.toSorted((a, b) => a.first.item - b.first.item);
}
