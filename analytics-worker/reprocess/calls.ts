import type { Store } from '../../clickhouse/client.ts';
import { endedCalls } from '../../clickhouse/queries/ended-calls.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { keepTrying } from '../../lib/retry.ts';
import type { Run } from './run.ts';

export type PastCall = RowOfQuery<typeof endedCalls>;
/** The calls of a run that it has not come to, the oldest first. */
export type CallsLeft = { first(): Promise<PastCall | undefined>; drop(): void };

const PAGE = 100;

export function callsLeft(store: Store, { tenant, fromMs, toMs, cursor }: Run): CallsLeft {
  let after = { afterMs: cursor?.startedAt ?? 0, afterCallId: cursor?.call ?? '' };
  let page: PastCall[] = [];
  let isLast = false;
  const next = () => keepTrying(() => store.run(endedCalls, { tenant, fromMs, toMs, ...after, limit: PAGE }));
  return {
    first: async () => {
      if (page.length === 0 && !isLast) {
        page = await next();
        isLast = page.length < PAGE;
      }
      return page[0];
    },
    drop: () => {
      const dropped = page.shift();
      if (dropped) after = { afterMs: dropped.started_at, afterCallId: dropped.call_id };
    },
  };
}
