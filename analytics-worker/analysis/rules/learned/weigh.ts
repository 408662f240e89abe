import type { Utterance } from '../normalise/types.ts';
import type { Features } from './features.ts';
import { likelihoods, type Model } from './model.ts';

/** An item to be weighed: what is so of it, and apart from that what frames hear in it, a hint among others. */
export type Candidate = { said: Utterance; features: Features; heard: Features };

/** An item, and how likely each label is of it. */
export type Weighed<Label extends string> = { said: Utterance; by: ReadonlyMap<Label, number> };

/**
 * How likely each label is of each item; one without a word tells nothing and is left out.
 *
 * @param hears whether frames count: not of what they were written on, where they are always right and would be trusted too much
 */
export function weigh<Label extends string>(
  model: Model<Label>,
  candidates: readonly Candidate[],
  hears = true,
): Weighed<Label>[] {
  const telling = candidates.filter(({ said }) => said.tokens.length > 0);
  return telling.map((one) => ({ said: one.said, by: likelihoods(model, hears ? withHeard(one) : one.features) }));
}

export const withHeard = ({ features, heard }: Candidate): Features => new Map([...features, ...heard]);
