import { describe, expect, test } from 'vitest';
import { defaultPrices } from '../../../analytics-worker/analysis/cost/default-prices.ts';
import { parsePrices, priceAt, type Price } from '../../../analytics-worker/analysis/cost/prices.ts';
import { EarshotError } from '../../../lib/errors.ts';

const price = (over: Partial<Price> = {}): Price => ({
  ...{ provider: 'openai', model: 'gpt', unit: 'input_token', amount: 2, per: 1_000_000, currency: 'USD' },
  validFrom: '2026-01-01',
  ...over,
});
const at = (day: string) => Date.parse(`${day}T12:00:00Z`);

test('the default table fits its own form, and each price says its day', () => {
  expect(parsePrices(defaultPrices)).toEqual(defaultPrices);
  expect(defaultPrices.every(({ amount }) => amount > 0)).toBe(true);
});

describe('the price that counts', () => {
  const table = parsePrices([
    price({ amount: 3, validFrom: '2026-03-01' }),
    price({ amount: 2, validFrom: '2026-01-01' }),
    price({ amount: 9, model: '*', validFrom: '2025-01-01' }),
    price({ amount: 5, model: 'gpt', unit: 'output_token' }),
  ]);
  test.each<[string, string, string, number | undefined]>([
    ['gpt', 'input_token', '2026-02-28', 2],
    ['gpt', 'input_token', '2026-03-01', 3],
    ['gpt', 'input_token', '2030-01-01', 3],
    ['gpt', 'input_token', '2025-06-01', 9],
    ['gpt', 'input_token', '2024-12-31', undefined],
    ['GPT', 'input_token', '2026-01-01', 2],
    ['other', 'input_token', '2026-01-01', 9],
    ['gpt', 'output_token', '2026-01-01', 5],
    ['other', 'output_token', '2026-01-01', undefined],
    ['gpt', 'character', '2026-01-01', undefined],
  ])('of %s, %s on %s', (model, unit, day, amount) => {
    const wanted = { provider: 'OpenAI', model, unit: unit as Price['unit'] };
    expect(priceAt(table, wanted, at(day))?.amount).toBe(amount);
  });

  test('is that of the day in UTC', () => {
    const wanted = { provider: 'openai', model: 'gpt', unit: 'input_token' as const };
    expect(priceAt(table, wanted, Date.parse('2026-02-28T23:59:59.999Z'))?.amount).toBe(2);
    expect(priceAt(table, wanted, Date.parse('2026-03-01T00:00:00Z'))?.amount).toBe(3);
  });
});

describe('a table that cannot be right', () => {
  const problemOf = (table: unknown) => {
    try {
      parsePrices(table);
    } catch (error) {
      if (error instanceof EarshotError) return error.problem;
    }
    return undefined;
  };
  test.each<[unknown, string]>([
    [{}, 'prices'],
    [[{ ...price(), amount: -1 }], 'prices.0.amount'],
    [[price(), { ...price(), validFrom: '1.2.2026' }], 'prices.1.validFrom'],
    [[{ ...price(), unit: 'token' }], 'prices.0.unit'],
    [[{ ...price(), per: 0 }], 'prices.0.per'],
    [[{ ...price(), currency: 'usd' }], 'prices.0.currency'],
    [[price(), price({ provider: 'OPENAI' })], 'prices.1'],
    [[{ ...price(), vat: 1 }], 'prices.0'],
  ])('%j names %s', (table, field) => expect(problemOf(table)).toMatchObject({ code: 'bad_prices', field }));
});
