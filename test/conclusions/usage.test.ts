import { expect, test } from 'vitest';
import { conclude, script, START } from './helpers.ts';

type Script = ReturnType<typeof script>;

function model(out: Script, more: object = {}): void {
  const at = out.facts.length + 1;
  out.add(at, 'metrics.llm', {
    ...{ requestId: `r${at}`, endedAt: START + at, durationMs: 1, ttftMs: 1, cancelled: false, tokensPerSecond: null },
    ...{
      promptTokens: 100,
      cachedTokens: 10,
      completionTokens: 20,
      totalTokens: 120,
      provider: 'openai',
      model: 'gpt',
    },
    ...more,
  });
}

function voice(out: Script, requestId: string, characters: number, more: object = {}): void {
  out.add(out.facts.length + 1, 'metrics.tts', {
    ...{ requestId, endedAt: START, durationMs: 1, ttfbMs: 1, audioDurationMs: characters * 60, characters },
    ...{ cancelled: false, streamed: true, provider: 'eleven', model: 'turbo', label: 'eleven.TTS' },
    ...more,
  });
}

const usageOf = (out: Script) => conclude(out.facts).usage;

test('a fallback adapter repeats its models: reported twice, believed once', () => {
  const out = script();
  model(out, { label: 'openai.LLM' });
  model(out, { label: 'FallbackAdapter', provider: 'unknown', model: 'FallbackAdapter' });
  voice(out, 'v', 30);
  voice(out, 'w', 30, { label: 'tts.FallbackAdapter', provider: 'unknown', model: 'unknown', cancelled: true });
  out.add(9, 'usage.reported', {
    models: [
      { kind: 'llm', provider: 'openai', model: 'gpt', inputTokens: 100, outputTokens: 20 },
      { kind: 'llm', provider: 'unknown', model: 'FallbackAdapter', inputTokens: 100, outputTokens: 20 },
      { kind: 'tts', provider: 'eleven', model: 'turbo', characters: 30 },
      { kind: 'tts', provider: 'unknown', model: 'unknown', characters: 30 },
    ],
  });
  const rows = usageOf(out).map((row) => [
    row.kind,
    row.model,
    row.reportedOutputTokens ?? row.reportedCharacters,
    row.believedOutputTokens ?? row.believedCharacters,
  ]);
  expect(rows).toEqual([
    ['llm', 'FallbackAdapter', 20, 0],
    ['llm', 'gpt', 20, 20],
    ['tts', '', 30, 0],
    ['tts', 'turbo', 30, 30],
  ]);
  expect(usageOf(out)[0]?.notes).toHaveLength(1);
});

test('aborted calls report no tokens: unknown is noted, never 0', () => {
  const out = script();
  const none = { cancelled: true, promptTokens: 0, cachedTokens: 0, completionTokens: 0, totalTokens: 0 };
  model(out, none);
  expect(usageOf(out)).toMatchObject([{ believedInputTokens: null, believedOutputTokens: null, cancelledRequests: 1 }]);
  model(out);
  const [row] = usageOf(out);
  expect(row).toMatchObject({ believedInputTokens: 100, believedOutputTokens: 20, requests: 2, cancelledRequests: 1 });
  expect(row?.notes[0]).toContain('aborted calls report no tokens: 1');
});

test('a streaming wrapper repeats the syntheses that it is made of', () => {
  const out = script();
  voice(out, 'one', 24, { streamed: false });
  voice(out, 'two', 25, { streamed: false });
  voice(out, 'one', 51, { streamed: true });
  out.add(9, 'usage.reported', { models: [{ kind: 'tts', provider: 'eleven', model: 'turbo', characters: 100 }] });
  expect(usageOf(out)).toMatchObject([{ reportedCharacters: 100, believedCharacters: 49, requests: 2 }]);
});

test('the newest totals count, and win where single measurements are missing', () => {
  const out = script();
  model(out);
  const total = (inputTokens: number) => ({
    models: [{ kind: 'llm' as const, provider: 'openai', model: 'gpt', inputTokens }],
  });
  out.add(5, 'usage.reported', total(100));
  out.add(6, 'usage.reported', total(300));
  expect(usageOf(out)).toMatchObject([{ reportedInputTokens: 300, believedInputTokens: 300 }]);
  expect(usageOf(out)[0]?.notes[0]).toContain('measurements are missing');
});

test('a call too short for a report of its recogniser still used it', () => {
  const out = script();
  const models = { stt: { provider: 'Deepgram', model: 'nova-3' } };
  out.add(0, 'call.started', { startedAt: START, agent: { name: 'a' }, sdk: { name: 's' }, channel: 'web', models });
  out.add(1_000, 'caller.state', { from: 'listening', to: 'speaking' });
  out.add(2_500, 'caller.state', { from: 'speaking', to: 'listening' });
  out.add(9_000, 'call.ended', { endedAt: START + 9_000, reason: 'caller_hung_up', by: 'caller' });
  expect(usageOf(out)).toMatchObject([
    { kind: 'stt', provider: 'Deepgram', reportedAudioMs: null, believedAudioMs: 2_500 },
  ]);
});

test('totals of a road without measurements are believed, and it is said that they are all', () => {
  const out = script('otlp', 'upload');
  out.add(1, 'usage.reported', {
    models: [{ kind: 'stt', provider: 'Deepgram', model: 'nova-3', audioDurationMs: 7_000 }],
  });
  expect(usageOf(out)).toMatchObject([
    { reportedAudioMs: 7_000, believedAudioMs: 7_000, notes: ['only the totals are known'] },
  ]);
});
