import type { Store } from '../../clickhouse/client.ts';
import { EarshotError } from '../../lib/errors.ts';
import { keepTrying } from '../../lib/retry.ts';
import { findingsPrompt } from '../analysis/llm/prompt.ts';
import type { ModelFindings } from '../analysis/stored/model-findings.ts';
import { readFindings } from '../derive/findings.ts';
import type { Run, UnderWay } from './run.ts';

export type FindingsOf = (call: string) => ModelFindings | undefined;

/** What is stored of each of these calls by the version that is asked now. */
export async function findingsNow(
  store: Store,
  { tenant, engine }: Run,
  calls: readonly string[],
): Promise<FindingsOf> {
  if (engine === 'rules' || calls.length === 0) return () => undefined;
  const places = calls.map((call) => ({ tenant, call }));
  const found = await keepTrying(() => readFindings(store, places));
  const { version } = findingsPrompt();
  return (call) => found({ tenant, call }).find((one) => one.version === version)?.stored;
}

/** A call as it stands before it is sent on its way. */
export function underWayOf(
  call: string,
  before: ModelFindings | undefined,
  { reserved, currency }: { reserved: number; currency: string | undefined },
): UnderWay {
  const spentBefore = before?.spent?.currency === currency ? (before?.spent?.amount ?? 0) : 0;
  const answeredBefore = before && before.state !== 'waiting' ? before.transcript : null;
  return { call, spentBefore, answeredBefore, reserved };
}

/**
 * The run after these calls are done. What is not known to have been paid counts as what was reserved.
 *
 * @param currency of the price; undefined without one
 */
export function withCosts(
  run: Run,
  settled: readonly UnderWay[],
  found: FindingsOf,
  currency: string | undefined,
): Run {
  const costs = settled.map((one) => costOf(one, found(one.call), currency));
  const sum = costs.reduce((total, { paid, unknown }) => total + paid + unknown, run.spent?.amount ?? 0);
  return {
    ...run,
    underWay: run.underWay.filter(({ call }) => !settled.some((one) => one.call === call)),
    done: run.done + settled.length,
    spent: currency === undefined ? null : { amount: sum, currency },
    dearest: Math.max(run.dearest, ...costs.map(({ paid }) => paid)),
  };
}

function costOf(
  { spentBefore, answeredBefore, reserved }: UnderWay,
  now: ModelFindings | undefined,
  currency?: string,
) {
  const isAsked = now?.transcript !== answeredBefore && now?.asked.why?.reason !== 'too_long';
  if (now && !isAsked) return { paid: 0, unknown: 0 };
  const paid = now?.spent?.currency === currency ? Math.max(0, (now?.spent?.amount ?? 0) - spentBefore) : 0;
  return { paid, unknown: now?.asked.cost?.currency === currency && currency !== undefined ? 0 : reserved };
}

/** @throws EarshotError `bad_setting`, where something was paid in another currency than the run counts in */
export function assertCurrency(run: Run, others: readonly (string | undefined)[]): void {
  const currency = run.spent?.currency;
  const other = others.find((one) => one !== undefined && one !== currency);
  if (currency === undefined || other === undefined) return;
  throw new EarshotError({
    code: 'bad_setting',
    field: 'ANALYSIS_LLM_PRICE',
    message: `is in ${other}, and run ${run.name} counts in ${currency}`,
    fix: `give the price in ${currency} to the workers and to this command, or begin another run`,
  });
}

/** Whether one more call fits, with what those under way may still cost. */
export function fitsBudget({ budget, spent, underWay }: Run, reserve: number): boolean {
  if (budget === null) return true;
  const reserved = underWay.reduce((sum, one) => sum + one.reserved, 0);
  return (spent?.amount ?? 0) + reserved + reserve <= budget;
}
