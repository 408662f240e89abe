import { expect, test } from 'vitest';
import { conclude, script, START } from './helpers.ts';

const eou = (over: object = {}) => ({
  speechId: 's1',
  endOfUtteranceDelayMs: 400,
  transcriptionDelayMs: 300,
  turnHookMs: 0,
  lastSpeakingAt: START + 1_000,
  ...over,
});

function turnWith(over: object, heardAfterMs = 2_000) {
  const out = script();
  out.add(1_400, 'metrics.eou', eou(over));
  out.add(1_401, 'item.committed', {
    itemId: 'u',
    role: 'user',
    text: 'hi',
    createdAt: START + 1_399,
    interrupted: false,
  });
  out.add(heardAfterMs, 'playout.started', { speechId: 's1', startedAt: START + heardAfterMs });
  const { turns, quarantined, parts } = conclude(out.facts);
  return { turn: turns[0], quarantined: quarantined.map(({ field, reason }) => `${field} ${reason}`), parts };
}

test('a sound turn is not excluded', () => {
  expect(turnWith({}).turn).toMatchObject({ heardMs: 1_000, excluded: '' });
  expect(turnWith({}).quarantined).toEqual([]);
});

test.each([
  [{ endOfUtteranceDelayMs: 200_000 }, ['endOfUtteranceDelayMs over_60_s']],
  [{ endOfUtteranceDelayMs: -3 }, ['endOfUtteranceDelayMs negative']],
  [{ endOfUtteranceDelayMs: 1.79e12 }, ['endOfUtteranceDelayMs epoch']],
  [{ lastSpeakingAt: (START + 1_000) / 1_000 }, ['lastSpeakingAt epoch']],
  [
    { endOfUtteranceDelayMs: 0, transcriptionDelayMs: 0, lastSpeakingAt: 0 },
    ['endOfUtteranceDelayMs zeros', 'transcriptionDelayMs zeros', 'lastSpeakingAt zeros'],
  ],
])('an end of turn of %o is stored with its reason and counts in no percentile', (over, rows) => {
  const { turn, quarantined, parts } = turnWith(over);
  expect(quarantined).toEqual(rows);
  expect(turn).toMatchObject({ excluded: 'quarantined', heardMs: null, heardBasis: '', totalLatencyMs: null });
  expect(parts).toEqual([]);
});

test('a wait over 60 s or before the end of speech is no wait', () => {
  expect(turnWith({}, 62_000)).toMatchObject({
    quarantined: ['heardMs over_60_s'],
    turn: { excluded: 'quarantined', heardMs: null },
  });
  expect(turnWith({}, 900)).toMatchObject({
    quarantined: ['heardMs negative'],
    turn: { excluded: 'quarantined', heardMs: null },
  });
});

test('an absurd transcription delay loses itself, not the turn', () => {
  const { turn, quarantined } = turnWith({ transcriptionDelayMs: 70_000 });
  expect(quarantined).toEqual(['transcriptionDelayMs over_60_s']);
  expect(turn).toMatchObject({ excluded: '', heardMs: 1_000, transcriptionDelayMs: null });
});

test('long work is no delay; an end before its start is', () => {
  const out = script();
  const tool = { toolCallId: 't', name: 'slow', args: '{}', isError: false };
  out.add(1, 'tool.executed', { ...tool, startedAt: START, endedAt: START + 90_000, durationMs: 90_000 });
  out.add(2, 'tool.executed', { ...tool, startedAt: START, endedAt: START - 5, durationMs: -5 });
  expect(conclude(out.facts).quarantined.map(({ field, reason }) => [field, reason])).toEqual([
    ['endedAt', 'end_before_start'],
    ['durationMs', 'negative'],
  ]);
});

test('a stated time that cannot be true gives way to the time of the broker', () => {
  const out = script();
  const fact = out.add(5, 'caller.state', { from: 'listening', to: 'speaking' });
  const facts = [{ fact: { ...fact, at: 12 }, brokerAt: START + 99, atQuarantined: true }];
  const { session, quarantined } = conclude(facts);
  expect(quarantined).toEqual([{ eventId: fact.id, field: 'at', value: 12, reason: 'epoch' }]);
  expect(session.startedAt).toBe(START + 99);
});
