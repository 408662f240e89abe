import { describe, expect, it } from 'vitest';
import { modelFindings, type ModelFindings } from '../../analytics-worker/analysis/stored/model-findings.ts';
import { assertCurrency, fitsBudget, underWayOf, withCosts } from '../../analytics-worker/reprocess/costs.ts';
import type { Run, UnderWay } from '../../analytics-worker/reprocess/run.ts';

const RESERVED = 0.5;
const usd = (amount: number) => ({ amount, currency: 'USD' });

const aRun = (underWay: UnderWay[], over: Partial<Run> = {}): Run => ({
  ...{ name: 'january', tenant: 't1', fromMs: 0, toMs: 1, engine: 'llm', budget: 1, offPeak: null, state: 'running' },
  ...{ startedAt: 0, changedAt: 0, cursor: null, underWay, done: 0, spent: usd(0.1), dearest: 0 },
  ...over,
});
const stored = (over: Partial<ModelFindings>): ModelFindings =>
  modelFindings.parse({
    ...{ state: 'unanswered', transcript: 'words', answers: 0, failures: 0, asked_again_at: null, findings: null },
    ...{ spent: null, asked: { model: { provider: 'openai', name: 'local' }, usage: null, cost: null } },
    ...over,
  });
const priced = (spent: { amount: number; currency: string }, last = spent) =>
  stored({ spent, asked: { model: { provider: 'openai', name: 'local' }, usage: null, cost: last } });
const sent = (before?: ModelFindings) => underWayOf('c1', before, { reserved: RESERVED, currency: 'USD' });

/** What the run has spent after this call, and its dearest. */
function afterwards(one: UnderWay, now: ModelFindings | undefined) {
  const { spent, dearest, underWay, done } = withCosts(aRun([one]), [one], () => now, 'USD');
  expect({ underWay, done }).toEqual({ underWay: [], done: 1 });
  return { spent: spent?.amount, dearest };
}

describe('what a run has spent', () => {
  it('is what was paid for its calls since they were sent', () => {
    const first = afterwards(sent(), priced(usd(0.02)));
    expect(first.spent).toBeCloseTo(0.12);
    expect(first.dearest).toBe(0.02);
    const before = stored({ ...priced(usd(0.02)), transcript: 'fewer words' });
    expect(afterwards(sent(before), priced(usd(0.05), usd(0.03))).spent).toBeCloseTo(0.13);
  });

  it('counts the reserve of a call whose cost nobody told', () => {
    expect(afterwards(sent(), stored({ state: 'unanswered' }))).toEqual({ spent: 0.6, dearest: 0 });
    expect(afterwards(sent(), undefined)).toEqual({ spent: 0.6, dearest: 0 });
  });

  it('counts the reserve beside what was known of an earlier try', () => {
    const waiting = stored({ state: 'waiting', spent: usd(0.02) });
    expect(afterwards(sent(waiting), stored({ spent: usd(0.05) })).spent).toBeCloseTo(0.63);
  });

  it('is nothing for a call that the model was not asked about', () => {
    const before = stored({ state: 'unanswered' });
    expect(afterwards(sent(before), before).spent).toBe(0.1);
    const why = { reason: 'too_long', message: 'the call has 13 parts' };
    const tooLong = stored({ asked: { ...before.asked, why } });
    expect(afterwards(sent(), tooLong).spent).toBe(0.1);
  });

  it('counts the reserve of what was paid in another currency, and refuses to go on', () => {
    const inEuro = priced({ amount: 0.02, currency: 'EUR' });
    expect(afterwards(sent(), inEuro)).toEqual({ spent: 0.6, dearest: 0 });
    const problem = { code: 'bad_setting', field: 'ANALYSIS_LLM_PRICE' };
    expect(() => assertCurrency(aRun([]), ['USD', undefined, 'EUR'])).toThrow(
      expect.objectContaining({ problem: expect.objectContaining(problem) as object }),
    );
    expect(() => assertCurrency(aRun([]), ['USD', undefined])).not.toThrow();
  });

  it('leaves room for what is under way', () => {
    expect(fitsBudget(aRun([sent()]), 0.4)).toBe(true);
    expect(fitsBudget(aRun([sent()]), 0.41)).toBe(false);
  });
});
