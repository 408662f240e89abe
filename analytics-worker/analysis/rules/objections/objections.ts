import type { Objection, Outcome } from '../../results.ts';
import type { Encoded } from '../encoder/encoded.ts';
import { tellingClause } from '../learned/item.ts';
import { thresholdOf, weigh } from '../learned/weigh.ts';
import { quote } from '../read.ts';
import type { Talk } from '../talk.ts';
import { candidatesOf } from './context.ts';
import { likelyObjections, trained } from './likely.ts';
import { resolutionOf } from './resolution.ts';

/** What the caller has against buying, one of each type, with whether he accepted the answer or dropped it. */
export function findObjections(talk: Talk, { outcome, evidence }: Outcome, encoded?: Encoded): Objection[] {
  const agreed = outcome === 'meeting' ? evidence.at(-1) : undefined;
  const model = trained();
  const weighed = weigh(model, candidatesOf(talk, outcome), {
    head: 'objections',
    encoded,
  });
  return likelyObjections(weighed, thresholdOf(model, encoded)).map(({ type, first, last }) => {
    const { from, to } = tellingClause(model, type, first);
    const resolution = resolutionOf(talk, { type, utterance: last }, agreed);
    return { ...quote(first, from, to), type, resolved: resolution !== null, resolution };
  });
}
