import { expect, test } from 'vitest';
import { cutterOf } from '../../agent/session/spoken-input.ts';

const ANSWER =
  'Well, that depends on your size: for twelve people it is 3,500 euros a year, from 10:30 tomorrow. Shall I book it?';

/** What the voice is given, when the answer comes word by word. */
async function pieces(input: Parameters<typeof cutterOf>[0], answer = ANSWER): Promise<string[]> {
  const stream = cutterOf(input)?.stream();
  if (!stream) throw new Error('it is left to the plugin');
  for (const word of answer.match(/\S+\s*/g) ?? []) stream.pushText(word);
  stream.endInput();
  const given: string[] = [];
  for await (const { token } of stream) given.push(token);
  return given;
}

test('an answer is cut after sentences', async () => {
  expect(await pieces({ characters: 10, boundaries: 'sentences' })).toEqual([
    'Well, that depends on your size: for twelve people it is 3,500 euros a year, from 10:30 tomorrow.',
    'Shall I book it?',
  ]);
});

test('an answer is cut after clauses too, not within a number, and no piece is too short', async () => {
  expect(await pieces({ characters: 10, boundaries: 'clauses' })).toEqual([
    'Well, that depends on your size:',
    'for twelve people it is 3,500 euros a year,',
    'from 10:30 tomorrow.',
    'Shall I book it?',
  ]);
  const [first] = await pieces({ characters: 50, boundaries: 'clauses' });
  expect(first).toBe('Well, that depends on your size: for twelve people it is 3,500 euros a year,');
});

test('no word of it is lost, wherever it is cut', async () => {
  for (const characters of [5, 20, 50])
    for (const boundaries of ['sentences', 'clauses'] as const)
      expect((await pieces({ characters, boundaries })).join(' ')).toBe(ANSWER);
});

test('nothing said of it leaves it to the plugin', () => {
  expect(cutterOf(undefined)).toBeUndefined();
});
