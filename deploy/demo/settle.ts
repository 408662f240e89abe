import type { Store } from '../../clickhouse/client.ts';
import { books } from '../../clickhouse/queries/books.ts';
import { callsSummary } from '../../clickhouse/queries/calls-summary.ts';
import { pause } from '../../lib/retry.ts';
import type { Call } from './callers.ts';

export const TENANT = 'local';

const LONGEST_MS = 30_000;
const POLL_MS = 200;

/** Waits until every call is ended and every producer closed. Returns why it gave up; empty when all settled. */
export async function settle(store: Store, calls: readonly Call[], signal: AbortSignal): Promise<string[]> {
  const deadline = performance.now() + LONGEST_MS;
  let open: string[] = [];
  do {
    open = await stillOpen(store, calls);
    if (open.length === 0 || signal.aborted) return [];
    await pause(POLL_MS, signal);
  } while (performance.now() < deadline);
  return open;
}

async function stillOpen(store: Store, calls: readonly Call[]): Promise<string[]> {
  const params = { tenant: TENANT, callIds: calls.map(({ id }) => id) };
  const [sessions, producers] = await Promise.all([store.run(callsSummary, params), store.run(books, params)]);
  return calls.flatMap(({ id, scenario, failure }) => {
    const session = sessions.find((row) => row.call_id === id);
    const producer = producers.find((row) => row.call_id === id && row.producer_kind === 'collector');
    // What failed before it began will never come.
    if (!session || !producer) return failure ? [] : [`${scenario}: nothing of it is stored`];
    if (session.status === 'active') return [`${scenario}: the call has not ended`];
    return producer.state === 'open' ? [`${scenario}: its collector has not closed`] : [];
  });
}
