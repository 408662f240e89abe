import { expect, test, vi } from 'vitest';
import { createBatcher } from '../../lib/batch.ts';

/** A batcher whose batches end when the test says so. */
function controlled(options: { maxItems: number; maxWaitMs: number; inFlight?: number }) {
  const batches: number[][] = [];
  const ends: (() => void)[] = [];
  const handle = (batch: number[]) => {
    batches.push(batch);
    return new Promise<void>((resolve) => ends.push(resolve));
  };
  return { batches, ends, batcher: createBatcher<number>({ ...options, handle }) };
}

test('a full batch goes at once, the rest after the wait, one at a time', async () => {
  const { batches, ends, batcher } = controlled({ maxItems: 2, maxWaitMs: 10 });
  for (const item of [1, 2, 3]) batcher.add(item);
  expect(batches).toEqual([[1, 2]]);
  ends[0]?.();
  await vi.waitFor(() => expect(batches).toEqual([[1, 2], [3]]));
});

test('as many batches are in flight as was said, and no more', async () => {
  const { batches, ends, batcher } = controlled({ maxItems: 1, maxWaitMs: 10, inFlight: 2 });
  for (const item of [1, 2, 3]) batcher.add(item);
  expect(batches).toEqual([[1], [2]]);
  ends[1]?.();
  await vi.waitFor(() => expect(batches).toEqual([[1], [2], [3]]));
});

test('close hands over what waits, whatever its number, and resolves when all is done', async () => {
  const { batches, ends, batcher } = controlled({ maxItems: 2, maxWaitMs: 60_000 });
  for (const item of [1, 2, 3]) batcher.add(item);
  let closed = false;
  const closing = batcher.close().then(() => (closed = true));
  ends[0]?.();
  await vi.waitFor(() => expect(batches).toEqual([[1, 2], [3]]));
  expect(closed).toBe(false);
  batcher.add(4);
  ends[1]?.();
  await closing;
  expect(batches).toHaveLength(2);
});
