import type { Store } from '../../clickhouse/client.ts';
import { resultsOfCalls } from '../../clickhouse/queries/results-of-calls.ts';
import { callsLeft } from './calls.ts';
import { COMPARED, differencesOf, type Difference, type Side } from './difference.ts';
import type { Run } from './run.ts';

const TOGETHER = 100;

/** What the two sides say differently of the calls of a run. */
export async function readDifferences(
  store: Store,
  run: Run,
  sides: { before: Side; after: Side },
): Promise<{ compared: number; differences: Difference[] }> {
  const all = { compared: 0, differences: [] as Difference[] };
  const left = callsLeft(store, { ...run, cursor: null });
  for (;;) {
    const calls: string[] = [];
    for (let call = await left.first(); call && calls.length < TOGETHER; call = await left.first()) {
      calls.push(call.call_id);
      left.drop();
    }
    if (calls.length === 0) return all;
    const rows = await store.run(resultsOfCalls, { tenant: run.tenant, callIds: calls, analysers: COMPARED });
    const { compared, differences } = differencesOf(calls, rows, sides);
    all.compared += compared;
    all.differences.push(...differences);
  }
}
