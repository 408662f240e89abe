import type { Store } from '../../clickhouse/client.ts';
import { keepTrying } from '../../lib/retry.ts';
import { findingsPrompt } from '../analysis/llm/prompt.ts';
import type { Cost, Price } from '../analysis/llm/price.ts';
import { readFindings } from '../derive/findings.ts';
import type { Run, UnderWay } from './run.ts';

/** What was paid for each of these calls by the version that is asked now, as far as it is known. */
export async function spentOn(
  store: Store,
  { tenant, engine }: Run,
  calls: readonly string[],
): Promise<(call: string) => number> {
  if (engine === 'rules' || calls.length === 0) return () => 0;
  const places = calls.map((call) => ({ tenant, call }));
  const found = await keepTrying(() => readFindings(store, places));
  const { version } = findingsPrompt();
  return (call) => found({ tenant, call }).find((one) => one.version === version)?.stored.spent?.amount ?? 0;
}

/** The run after these calls are done. */
export function withCosts(run: Run, settled: readonly UnderWay[], spent: (call: string) => number, price?: Price): Run {
  const costs = settled.map(({ call, spentBefore }) => Math.max(0, spent(call) - spentBefore));
  const left = run.underWay.filter(({ call }) => !settled.some((one) => one.call === call));
  const sum = costs.reduce((total, cost) => total + cost, run.spent?.amount ?? 0);
  const total: Cost | null = price ? { amount: sum, currency: price.currency } : null;
  return {
    ...run,
    underWay: left,
    done: run.done + settled.length,
    spent: total,
    dearest: Math.max(run.dearest, ...costs),
  };
}

/** Whether one more call fits, with what those under way may still cost. */
export function fitsBudget({ budget, spent, underWay }: Run, reserve: number): boolean {
  if (budget === null) return true;
  const reserved = underWay.reduce((sum, one) => sum + one.reserved, 0);
  return (spent?.amount ?? 0) + reserved + reserve <= budget;
}
