import { createBatcher } from '../../lib/batch.ts';
import { keepTrying } from '../../lib/retry.ts';
import type { DeliverDeps } from './deliver.ts';
import { insertOrSplit } from '../store/insert-or-split.ts';
import { insertMapped, type MappedRow } from '../store/mapped.ts';

/** Resolves when the rows are stored, rejects when they never can be. Waits for a store that is away. */
export type WriteRows = (rows: readonly MappedRow[]) => Promise<void>;

type Waiting = { rows: readonly MappedRow[]; done(): void; failed(error: unknown): void };

/** A burst of alerts is a burst of small rows: what comes together is inserted together. */
const BATCH = { maxItems: 100, maxWaitMs: 10 };

export function createWriteRows({ store, metrics, signal }: DeliverDeps): WriteRows {
  const waits = { signal, onWait: () => metrics.waits.inc({ part: 'store' }) };
  const insert = (some: readonly Waiting[]) =>
    keepTrying(
      () =>
        insertMapped(
          store,
          some.flatMap(({ rows }) => rows),
        ),
      waits,
    );
  const batcher = createBatcher<Waiting>({
    ...BATCH,
    handle: async (batch) => {
      try {
        for (const { done } of await insertOrSplit(batch, insert, async ({ failed }, error) => failed(error))) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    },
  });
  return (rows) => new Promise((done, failed) => batcher.add({ rows, done, failed }));
}
