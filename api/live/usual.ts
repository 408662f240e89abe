import type { Store } from '../../clickhouse/client.ts';
import { partMedians } from '../../clickhouse/queries/part-medians.ts';
import { usualOf, type Usual } from '../read/cause.ts';

/** What is usual is told by the calls of so many ms, */
const USUAL_MS = 7 * 86_400_000;
/** and is asked for so often at most, ms. */
const FRESH_MS = 60_000;

/** How long the parts of a wait usually take at this tenant's agents. */
export function createUsual(store: Store, tenant: string): () => Promise<Usual> {
  let asked: { at: number; answer: Promise<Usual> } | undefined;
  return () => {
    const now = Date.now();
    if (!asked || now - asked.at > FRESH_MS) {
      const range = { tenant, fromMs: now - USUAL_MS, toMs: now };
      const answer = store.run(partMedians, range).then(usualOf);
      answer.catch(() => (asked = undefined));
      asked = { at: now, answer };
    }
    return asked.answer;
  };
}
