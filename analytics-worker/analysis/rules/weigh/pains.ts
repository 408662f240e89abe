import { once } from '../../once.ts';
import type { Claim, Turn } from '../find/claim.ts';
import { hearPains, isOthersPain } from '../find/pains.ts';
import type { Encoded } from '../encoder/encoded.ts';
import { FRAMES, tellingClause } from '../learned/item.ts';
import { modelOf } from '../learned/model.ts';
import weights from '../learned/weights/pains.json' with { type: 'json' };
import { quote } from '../read.ts';
import { claimsIn, type Weighing } from './weighing.ts';

/** How plainly at the most, as frames count it. */
const PLAINEST = 4;
const MOST = 3;

/** Which items tell of something that goes wrong for the caller now. */
export const pains: Weighing<'pain'> = {
  head: 'pains',
  labels: ['none', 'pain'],
  hear: (turn, index) => {
    const plainly = hearPains(turn, index);
    if (plainly === undefined) return new Map();
    return new Map([
      ['f:pain', FRAMES],
      ['f:plainly', FRAMES * (plainly / PLAINEST)],
    ]);
  },
  claimsOf: (weighed, { model, threshold }) =>
    weighed
      .flatMap(({ said, by }): Claim[] => {
        const strength = by.get('pain') ?? 0;
        if (strength < threshold || isOthersPain(said)) return [];
        const { from, to } = tellingClause(model, 'pain', said);
        const evidence = quote(said, from, to);
        return [{ value: evidence.quote, evidence: [evidence], item: said.item, strength }];
      })
      .toSorted((a, b) => b.strength - a.strength)
      .slice(0, MOST)
      .toSorted((a, b) => a.item - b.item),
};

const trained = once(() => modelOf(weights, pains.labels));

/** What goes wrong now, in the items that tell it likeliest, in order. */
export const findPains = (turns: readonly Turn[], encoded?: Encoded): Claim[] =>
  claimsIn(turns, { weighing: pains, model: trained(), encoded });
