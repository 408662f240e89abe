import { once } from '../../once.ts';
import { authorities, hearAuthority, type Authority } from '../find/authority.ts';
import type { Claim, Turn } from '../find/claim.ts';
import type { Encoded } from '../encoder/encoded.ts';
import { FRAMES, tellingClause } from '../learned/item.ts';
import { modelOf } from '../learned/model.ts';
import weights from '../learned/weights/authority.json' with { type: 'json' };
import { quote } from '../read.ts';
import { claimsIn, type Weighing } from './weighing.ts';

/** Who decides about the money. */
export const authority: Weighing<Authority> = {
  head: 'authority',
  labels: ['none', ...authorities],
  hear: (turn) => {
    const value = hearAuthority(turn);
    return new Map(value ? ['told', value].map((name) => [`f:${name}`, FRAMES]) : []);
  },
  claimsOf: (weighed, { model, threshold }) =>
    weighed.flatMap(({ said, by }): Claim[] => {
      const likely = (value: Authority) => by.get(value) ?? 0;
      const [value] = authorities.toSorted((a, b) => likely(b) - likely(a));
      const strength = 1 - (by.get('none') ?? 0);
      if (!value || strength < threshold) return [];
      const { from, to } = tellingClause(model, value, said);
      return [{ value, evidence: [quote(said, from, to)], item: said.item, strength }];
    }),
};

const trained = once(() => modelOf(weights, authority.labels));

/** Who decides about the money, as each item tells it that tells it likely enough. */
export const findAuthority = (turns: readonly Turn[], encoded?: Encoded): Claim[] =>
  claimsIn(turns, { weighing: authority, model: trained(), encoded });
