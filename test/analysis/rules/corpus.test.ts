import { expect, test } from 'vitest';
import { analyzeByRules } from '../../../analytics-worker/analysis/rules/engine.ts';
import type { Item } from '../../../analytics-worker/analysis/transcript.ts';
import { readAllPhrases } from '../../bench/corpus-phrases.ts';
import { readPart } from '../../bench/corpus-read.ts';
import { faultsOf } from './evidence.ts';

const calls = [...(await readPart('written')), ...(await readPart('measured'))];
const phrases = await readAllPhrases();
/** One in so many of the phrases, which are alike. */
const EVERY = 7;

test.each(calls.map(({ name, items }) => ({ name, items })))(
  '$name: findings fit the contract, every quote stands in its item',
  async ({ items }) => expect(await faultsOf(items)).toEqual([]),
);

test('so it is with phrases', async () => {
  const some = phrases.filter((_, index) => index % EVERY === 0);
  const faults: unknown[] = [];
  for (const { name, items } of some) faults.push(...(await faultsOf(items)).map((fault) => ({ name, fault })));
  expect(some.length).toBeGreaterThan(500);
  expect(faults).toEqual([]);
});

test('a call without end is read as far as a conversation goes, and nobody waits for it', async () => {
  const words = 'we are a team of twelve and it is a pain to chase people for signatures every week '.repeat(300);
  const spoken = Array.from({ length: 60 }, (_, index): Item => ({ item: index + 1, role: 'user', text: words }));
  const letters = spoken.map((item) => ({ ...item, text: 'x'.repeat(31_000) }));
  expect((await analyzeByRules(letters)).signals).toEqual({});
  const found = await analyzeByRules(spoken);
  expect(found).toEqual(await analyzeByRules(spoken.map((item) => ({ ...item, text: item.text.slice(0, 4_000) }))));
  expect(found.signals['team_size']?.value).toBe(12);
});
