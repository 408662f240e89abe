import { beforeEach, expect, test } from 'vitest';
import type { Played, Recording } from '../../agent/job/announcer.ts';
import { createShippedWords, type ShippedWords } from '../../agent/job/shipped.ts';

const STARTED_AT = 1_795_222_576_000;
const recording = (text: string, durationMs: number): Recording => ({
  ...{ text, durationMs },
  samples: new Int16Array(0),
  sampleRate: 16_000,
});
const moment = recording('One moment, please.', 1_200);
const goodbye = recording('Something is wrong. Goodbye.', 3_000);

let items: Record<string, unknown>[];
let plays: { what: Recording; over: (playedMs: number) => void }[];
let shipped: ShippedWords;

beforeEach(() => {
  items = [];
  plays = [];
  const play = (what: Recording) =>
    new Promise<Played>((resolve) => {
      plays.push({ what, over: (playedMs) => resolve({ startedAt: STARTED_AT, playedMs }) });
    });
  const record = { publish: (_type: string, data: object) => void items.push({ ...data }) };
  shipped = createShippedWords({ play, stop: () => undefined }, { moment, goodbye }, record);
});
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a sentence that was heard is an item of the agent, with its times', async () => {
  shipped.moment();
  plays[0]?.over(moment.durationMs);
  await settled();
  expect(items).toEqual([
    {
      ...{ itemId: 'shipped-1', speechId: 'shipped-1', role: 'assistant', shipped: true },
      ...{ text: moment.text, interrupted: false },
      ...{ createdAt: STARTED_AT, startedSpeakingAt: STARTED_AT, stoppedSpeakingAt: STARTED_AT + moment.durationMs },
    },
  ]);
});

test('of one that the answer stopped the words are on record that were heard', async () => {
  shipped.moment();
  plays[0]?.over(700);
  await settled();
  expect(items).toMatchObject([{ text: 'One moment,', interrupted: true, stoppedSpeakingAt: STARTED_AT + 700 }]);
});

test('the goodbye is said once, and is on record before it is over', async () => {
  const both = Promise.all([shipped.goodbye(), shipped.goodbye()]);
  expect(items).toMatchObject([{ text: goodbye.text, interrupted: false }]);
  expect(plays.map(({ what }) => what)).toEqual([goodbye]);
  plays[0]?.over(goodbye.durationMs);
  await both;
  expect(items).toHaveLength(1);
});
