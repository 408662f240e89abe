import type { Store } from '../../clickhouse/client.ts';
import type { Usual } from '../read/cause.ts';
import { readUsual } from '../read/usual.ts';

/** Is asked for so often at most, ms. */
const FRESH_MS = 60_000;

/** How long the parts of a wait usually take at this tenant's agents. */
export function createUsual(store: Store, tenant: string): () => Promise<Usual> {
  let asked: { at: number; answer: Promise<Usual> } | undefined;
  return () => {
    const now = Date.now();
    if (!asked || now - asked.at > FRESH_MS) {
      const answer = readUsual(store, tenant);
      answer.catch(() => (asked = undefined));
      asked = { at: now, answer };
    }
    return asked.answer;
  };
}
