import { expect, test } from 'vitest';
import { slowTurnsOf } from '../../../analytics-worker/analysis/performance/slow-turns.ts';
import { callOf, waited } from './made.ts';

const SLOW_MS = 1_500;
const plain = (number: number, model = 300) =>
  waited(number, [
    ['end_of_turn', 500],
    ['model', model, 'gpt'],
    ['synthesis', 100],
  ]);

test('a slow turn is explained by the part that exceeds its median the most', () => {
  const [slow, ...others] = slowTurnsOf(callOf([plain(1), plain(2), plain(3, 1_400)]), SLOW_MS);
  expect(slow).toEqual({
    ...{ turn: 3, heardMs: 2_000, cause: 'model', names: ['gpt'], against: 'call' },
    ...{ partMs: 1_400, usualMs: 300, excessMs: 1_100, withoutMs: 900 },
  });
  expect(others).toEqual([]);
});

test('the longest part is not the cause when it always takes so long', () => {
  const slowly = (number: number, model: number) =>
    waited(number, [
      ['end_of_turn', 1_600],
      ['model', model],
    ]);
  const slow = slowTurnsOf(callOf([slowly(1, 100), slowly(2, 100), slowly(3, 400)]), SLOW_MS);
  expect(slow.map(({ turn, cause, withoutMs }) => [turn, cause, withoutMs])).toEqual([
    [3, 'model', 1_700],
    [1, null, null],
    [2, null, null],
  ]);
});

test('a tool turn among plain ones is slow for its tool; among its like, for what is unusual', () => {
  const tool = (number: number, ms: number, model = 300) =>
    waited(number, [
      ['end_of_turn', 500],
      ['model', model],
      ['tool', ms, 'search'],
    ]);
  const [alone] = slowTurnsOf(callOf([plain(1), plain(2), plain(3), tool(4, 900)]), SLOW_MS);
  expect(alone).toMatchObject({ cause: 'tool', names: ['search'], usualMs: 0, excessMs: 900, withoutMs: 800 });
  const [among] = slowTurnsOf(callOf([tool(1, 900), tool(2, 900), tool(3, 900, 1_000)]), SLOW_MS);
  expect(among).toMatchObject({ turn: 3, cause: 'model', usualMs: 300, excessMs: 700, withoutMs: 1_700 });
});

test('what is usual for the agent counts before the other turns', () => {
  const usual = { plain: { end_of_turn: 500, model: 1_000, synthesis: 50 }, withTool: undefined };
  const [slow] = slowTurnsOf({ ...callOf([plain(1), plain(2), plain(3, 1_400)]), usual }, SLOW_MS);
  expect(slow).toMatchObject({ cause: 'model', usualMs: 1_000, excessMs: 400, withoutMs: 1_600, against: 'agent' });
  const [as] = slowTurnsOf(
    { ...callOf([plain(3, 1_400)]), usual: { ...usual, plain: { ...usual.plain, model: 1_200 } } },
    SLOW_MS,
  );
  expect(as, 'a sixth longer than usual is no cause').toMatchObject({ cause: null, usualMs: null, against: 'agent' });
});

test('with too few turns the longest part is named and nothing is claimed of what is usual', () => {
  const [slow] = slowTurnsOf(callOf([plain(1), plain(2, 1_400)]), SLOW_MS);
  expect(slow).toMatchObject({
    cause: 'model',
    partMs: 1_400,
    usualMs: null,
    excessMs: null,
    withoutMs: null,
    against: null,
  });
});

test('excluded turns are neither slow nor usual, and a turn at the limit is not slow', () => {
  const excluded = [1, 2, 3].map((number) => waited(number, [['model', 9_000]], { excluded: 'quarantined' as const }));
  expect(slowTurnsOf(callOf([...excluded, waited(4, [['model', SLOW_MS]])]), SLOW_MS)).toEqual([]);
});
