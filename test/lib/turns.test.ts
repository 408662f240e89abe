import { expect, test } from 'vitest';
import { createTurns } from '../../lib/turns.ts';

/** Work that ends when the test says so. */
function controlled() {
  const inTurn = createTurns(['hot', 'standard'] as const);
  const begun: string[] = [];
  const ends: ((error?: Error) => void)[] = [];
  const add = (rank: 'hot' | 'standard', name: string) =>
    inTurn(rank, () => {
      begun.push(name);
      return new Promise<string>((resolve, reject) =>
        ends.push((error) => (error ? reject(error) : resolve(`${name} is done`))),
      );
    });
  return { add, begun, ends };
}

test('one at a time: the first rank before others, each in the order of its coming', async () => {
  const { add, begun, ends } = controlled();
  const all = [add('standard', 'a'), add('standard', 'b'), add('standard', 'c'), add('hot', 'd'), add('hot', 'e')];
  for (let index = 0; index < all.length; index++) {
    await expect.poll(() => begun.length).toBe(index + 1);
    ends[index]?.();
  }
  expect(begun).toEqual(['a', 'd', 'e', 'b', 'c']);
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd', 'e'].map((name) => `${name} is done`));
});

test('work that fails is its own affair: the next has its turn, and so has what comes when nobody waits', async () => {
  const { add, begun, ends } = controlled();
  const failing = add('standard', 'a');
  const waiting = add('standard', 'b');
  ends[0]?.(new Error('no'));
  await expect(failing).rejects.toThrow('no');
  await expect.poll(() => begun).toEqual(['a', 'b']);
  ends[1]?.();
  await waiting;
  void add('hot', 'c');
  expect(begun).toEqual(['a', 'b', 'c']);
});
