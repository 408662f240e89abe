import { z } from 'zod';
import { EarshotError } from '../../../lib/errors.ts';
import { day, dayOf } from '../day.ts';

export const units = [
  'input_token',
  'cached_token',
  'output_token',
  'character',
  'audio_minute',
  'connection_minute',
  'telephony_minute',
] as const;
export type Unit = (typeof units)[number];

/** What `per` units of a model cost, from a day on, until a later price of the same unit. */
const price = z.strictObject({
  /** As usage names it; case does not matter. Several names of one provider: a price for each. */
  provider: z.string().min(1),
  /** `*` for every model of the provider that has no price of its own in that unit. */
  model: z.string().min(1),
  unit: z.enum(units),
  amount: z.number().min(0),
  /** How many units the amount is for: 1000000 for tokens, 1 for minutes. */
  per: z.number().positive(),
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be three capital letters, like USD'),
  /** First day on which it counts, UTC. */
  validFrom: day,
  note: z.string().optional(),
});
export type Price = z.infer<typeof price>;

export const priceTable = z.array(price).superRefine((all, context) => {
  const seen = new Set<string>();
  for (const [index, one] of all.entries()) {
    const key = [...keyOf(one), one.validFrom].join('\n');
    if (seen.has(key)) context.addIssue({ code: 'custom', path: [index], message: 'is given twice for that day' });
    seen.add(key);
  }
});
export type PriceTable = z.infer<typeof priceTable>;

type Wanted = Pick<Price, 'provider' | 'model' | 'unit'>;

function keyOf({ provider, model, unit }: Wanted): string[] {
  return [provider.toLowerCase(), model.toLowerCase(), unit];
}

/** @throws EarshotError `bad_prices`, naming the field, when the table does not fit. */
export function parsePrices(table: unknown): PriceTable {
  const parsed = priceTable.safeParse(table);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new EarshotError({
    code: 'bad_prices',
    field: ['prices', ...(issue?.path ?? [])].join('.'),
    message: issue?.message ?? 'does not fit',
    fix: 'see docs/cost.md for the form of a price',
  });
}

/**
 * The price that counts on a day: of the model itself before `*`, of those the newest that is valid by then. Undefined
 * when there is none.
 *
 * @param at epoch ms.
 */
export function priceAt(table: PriceTable, wanted: Wanted, at: number): Price | undefined {
  const onDay = dayOf(at);
  const newest = (model: string) => {
    const key = keyOf({ ...wanted, model }).join('\n');
    return table
      .filter((one) => keyOf(one).join('\n') === key && one.validFrom <= onDay)
      .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
  };
  return newest(wanted.model) ?? newest('*');
}
