import type { Store } from '../../clickhouse/client.ts';
import { partMedians } from '../../clickhouse/queries/part-medians.ts';
import { usualOf, type Usual } from './cause.ts';

/** What is usual is told by the calls of so many ms. */
const USUAL_MS = 7 * 86_400_000;
/** Is asked for so often at most, ms. */
const FRESH_MS = 60_000;

/** How long the parts of a wait usually take at a tenant's agents: the same wherever a cause is told, and asked for once for all. */
export type ReadUsual = (tenant: string) => Promise<Usual>;

export function createUsual(store: Store): ReadUsual {
  const asked = new Map<string, { at: number; answer: Promise<Usual> }>();
  return (tenant) => {
    const now = Date.now();
    const last = asked.get(tenant);
    if (last && now - last.at <= FRESH_MS) return last.answer;
    const answer = read(store, tenant, now);
    answer.catch(() => asked.delete(tenant));
    asked.set(tenant, { at: now, answer });
    return answer;
  };
}

async function read(store: Store, tenant: string, now: number): Promise<Usual> {
  return usualOf(await store.run(partMedians, { tenant, fromMs: now - USUAL_MS, toMs: now }));
}
