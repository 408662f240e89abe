import type { Store } from '../../clickhouse/client.ts';
import { partMedians } from '../../clickhouse/queries/part-medians.ts';
import { usualOf, type Usual } from './cause.ts';

/** What is usual is told by the calls of so many ms. */
const USUAL_MS = 7 * 86_400_000;

/** How long the parts of a wait usually take at this tenant's agents: the same wherever a cause is told. */
export async function readUsual(store: Store, tenant: string): Promise<Usual> {
  const now = Date.now();
  return usualOf(await store.run(partMedians, { tenant, fromMs: now - USUAL_MS, toMs: now }));
}
