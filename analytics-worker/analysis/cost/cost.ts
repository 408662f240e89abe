import { groupBy } from '../../../lib/group.ts';
import type { UsageConclusion } from '../../conclusions/types.ts';
import { priceAt, type Price, type PriceTable } from './prices.ts';
import { connectionUse, tokenUnits, waysToBill, type Connection, type Used } from './quantities.ts';

/** Raised when the same usage and prices would give another result. */
export const COST_VERSION = 1;

export type Money = { amount: number; currency: string };

/** What the analysis itself used; `cost` where its own price was known, else the table says. */
export type AnalysisUse = {
  provider: string;
  model: string;
  tokens: { input: number; cachedInput: number; output: number } | null;
  cost: Money | null;
};

export type CallUse = {
  /** When the call began, epoch ms: the prices of that day count. */
  at: number;
  usage: readonly UsageConclusion[];
  connections?: readonly Connection[];
  analysis?: readonly AnalysisUse[];
};

export type CostLine = Omit<Used, 'unit'> & {
  /** `as_charged`: what the analysis counted by its own price. */
  unit: Used['unit'] | 'as_charged';
  price: Pick<Price, 'amount' | 'per' | 'currency' | 'validFrom'> | null;
  /** Null where quantity or price is not known; it never stands for 0. */
  cost: Money | null;
};

export type Total = {
  /** Null unless everything is known, in one currency. */
  total: Money | null;
  /** What is known of it, by currency. */
  known: Money[];
};

export type CallCost = Total & {
  version: number;
  lines: CostLine[];
  providers: (Total & { provider: string })[];
  warnings: string[];
};

/** What a call cost, line by line (docs/cost.md). */
export function costOf({ at, usage, connections = [], analysis = [] }: CallUse, table: PriceTable): CallCost {
  const used = [...usage.map((row) => chooseWay(waysToBill(row), table, at)).flat(), ...connections.map(connectionUse)];
  const lines = [
    ...used.map((one) => lineOf(one, table, at)),
    ...analysis.flatMap((one) => analysisLines(one, table, at)),
  ];
  const providers = groupBy(lines, ({ provider }) => provider);
  return {
    version: COST_VERSION,
    ...totalOf(lines),
    lines,
    providers: [...providers].map(([provider, own]) => ({ provider, ...totalOf(own) })),
    warnings: [...new Set(lines.flatMap(warningOf))],
  };
}

/** The first way of which every quantity and price is known, else the usual one. */
function chooseWay(ways: readonly Used[][], table: PriceTable, at: number): Used[] {
  const isKnown = (way: Used[]) => way.every((one) => isSettled(lineOf(one, table, at)));
  return ways.find(isKnown) ?? ways[0] ?? [];
}

function lineOf(used: Used, table: PriceTable, at: number): CostLine {
  const price = priceAt(table, used, at);
  const { quantity } = used;
  if (!price) return { ...used, price: null, cost: null };
  const { amount, per, currency, validFrom } = price;
  const cost = quantity === null ? null : { amount: (quantity * amount) / per, currency };
  return { ...used, price: { amount, per, currency, validFrom }, cost };
}

function analysisLines({ provider, model, tokens, cost }: AnalysisUse, table: PriceTable, at: number): CostLine[] {
  const named = { purpose: 'analysis' as const, provider, model };
  if (cost) return [{ ...named, unit: 'as_charged', quantity: null, price: null, cost }];
  const { input = null, cachedInput = null, output = null } = tokens ?? {};
  return tokenUnits(named, input, cachedInput, output).map((one) => lineOf(one, table, at));
}

/** What was not used costs nothing, whatever its price. */
function isSettled({ cost, quantity }: CostLine): boolean {
  return cost !== null || quantity === 0;
}

function totalOf(lines: readonly CostLine[]): Total {
  const costs = lines.flatMap(({ cost }) => cost ?? []);
  const known = [...groupBy(costs, ({ currency }) => currency)].map(([currency, own]) => ({
    amount: own.reduce((sum, { amount }) => sum + amount, 0),
    currency,
  }));
  const isComplete = lines.every(isSettled);
  const [only] = known;
  return { total: isComplete && known.length === 1 && only ? only : null, known };
}

function warningOf(line: CostLine): string[] {
  const { provider, model, unit, quantity, price } = line;
  if (isSettled(line)) return [];
  const what = `${provider || 'unknown provider'} ${model || 'unknown model'}`;
  const missing = price === null ? [`no price for ${what}, ${unit}: add one to the price table`] : [];
  return quantity === null ? [...missing, `how much was used of ${what}, ${unit}, is not known`] : missing;
}
