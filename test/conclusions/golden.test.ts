import { expect, test } from 'vitest';
import { conclude } from './helpers.ts';
import { factsOfLog } from './sdkEvents.ts';

test('a call through the real plugins: a tool turn, an interrupted answer, a plain turn', () => {
  const { turns, parts, session, quarantined } = conclude(factsOfLog('plugins-on-emulators'));

  expect(turns.map(({ turn, excluded, interrupted }) => [turn, excluded, interrupted])).toEqual([
    [1, '', false],
    [2, '', true],
    [3, '', false],
  ]);
  expect(turns.map(({ heardMs }) => Math.round(heardMs ?? 0))).toEqual([1237, 876, 808]);
  expect(turns.map(({ totalLatencyMs }) => Math.round(totalLatencyMs ?? 0))).toEqual([700, 752, 687]);
  expect(turns.map(({ unexplainedMs }) => unexplainedMs)).toEqual([2, 1, 0]);
  expect(session).toMatchObject({ turns: 3, callerItems: 3, agentItems: 3, interruptions: 1, status: 'ended' });
  expect(quarantined).toEqual([]);

  const first = parts.filter(({ turn }) => turn === 1);
  expect(first.map(({ part, name, durationMs }) => [part, name, Math.round(durationMs)])).toEqual([
    ['end_of_turn', '', 385],
    ['model', 'gpt-4.1-mini', 172],
    ['tool', 'checkTable', 251],
    ['unexplained', '', 2],
    ['model', 'gpt-4.1-mini', 156],
    ['sentence', '', 126],
    ['synthesis', '', 144],
    ['playout', '', 1],
  ]);
});

test('the SDK reports the same end-to-end latency for the same turns', () => {
  const { turns } = conclude(factsOfLog('plugins-on-emulators'));
  const bySdk = [1237.2007, 876.2591, 807.6932];
  for (const [index, { heardMs }] of turns.entries()) expect(heardMs).toBeCloseTo(bySdk[index] ?? 0, 2);
});

test('recognised audio after the last report is added, with the reason', () => {
  const { usage } = conclude(factsOfLog('plugins-on-emulators'));
  expect(usage.find(({ kind }) => kind === 'stt')).toMatchObject({ reportedAudioMs: 8800, believedAudioMs: 13163 });
  expect(usage.find(({ kind }) => kind === 'stt')?.notes).toHaveLength(1);
  expect(usage.find(({ kind }) => kind === 'llm')).toMatchObject({
    reportedInputTokens: 1284,
    believedInputTokens: 1284,
    believedOutputTokens: 180,
    requests: 4,
    notes: [],
  });
});

test('a long session: greeting, tool, barge-in, false interruption, failures, an unreliable end of speech, typed input', () => {
  const { turns, session, quarantined, usage } = conclude(factsOfLog('audio-session'));

  expect(turns.map(({ turn, excluded }) => [turn, excluded])).toEqual([
    [0, 'greeting'],
    ...[1, 2, 3, 4, 5].map((turn) => [turn, '']),
    [6, 'quarantined'],
    ...[7, 8, 9].map((turn) => [turn, '']),
    [10, 'no_anchor'],
  ]);
  const [, tool] = turns;
  expect(Math.round(tool?.totalLatencyMs ?? 0)).toBe(797);
  expect(Math.round(tool?.heardMs ?? 0)).toBe(1379);
  for (const { unexplainedMs, heardMs } of turns.filter(({ excluded }) => excluded === '')) {
    expect((unexplainedMs ?? NaN) / (heardMs ?? NaN)).toBeLessThan(0.01);
  }
  expect(quarantined.map(({ field, reason }) => `${field} ${reason}`)).toEqual([
    'endOfUtteranceDelayMs zeros',
    'transcriptionDelayMs zeros',
    'lastSpeakingAt zeros',
  ]);
  expect(session).toMatchObject({ interruptions: 3 });
  expect(usage.find(({ kind }) => kind === 'llm')).toMatchObject({ requests: 12, unheardOutputTokens: 12 });
});
