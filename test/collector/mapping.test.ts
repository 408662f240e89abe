import { EventEmitter } from 'node:events';
import { llm, type metrics } from '@livekit/agents';
import { expect, test } from 'vitest';
import { textSession } from './sessions.ts';
import { watched } from './watched.ts';

const said = (transcript: string, isFinal: boolean) => ({
  transcript,
  isFinal,
  language: 'en',
  speakerId: null,
  itemId: null,
});
const metadata = { modelProvider: 'api.openai.com', modelName: 'gpt-4.1-mini' };

test('measurements keep what was reported, -1 becomes null, and what is not known yet is kept whole', () => {
  const { emit, of } = watched();
  const now = Date.now();
  const measured: metrics.AgentMetrics[] = [
    {
      type: 'eou_metrics',
      timestamp: now,
      endOfUtteranceDelayMs: 459.3,
      transcriptionDelayMs: 458,
      onUserTurnCompletedDelayMs: 1,
      lastSpeakingTimeMs: now - 459.5,
      speechId: 's1',
    },
    {
      type: 'llm_metrics',
      label: 'openai.LLM',
      requestId: '',
      timestamp: now,
      durationMs: 12,
      ttftMs: -1,
      cancelled: true,
      completionTokens: 0,
      promptTokens: 0,
      promptCachedTokens: 0,
      totalTokens: 0,
      tokensPerSecond: Number.NaN,
      speechId: 's1',
      metadata,
    },
    {
      type: 'tts_metrics',
      label: 'tts.FallbackAdapter',
      requestId: 'r',
      timestamp: now,
      ttfbMs: 135,
      durationMs: 497,
      audioDurationMs: 10_920,
      cancelled: false,
      charactersCount: 181,
      streamed: true,
      speechId: 's1',
    },
    {
      type: 'stt_metrics',
      label: 'deepgram.STT',
      requestId: 'dg',
      timestamp: now,
      durationMs: 0,
      audioDurationMs: 5_000,
      streamed: true,
    },
    {
      type: 'vad_metrics',
      label: 'vad',
      timestamp: now,
      idleTimeMs: 5,
      inferenceDurationTotalMs: 7,
      inferenceCount: 32,
    },
    {
      type: 'realtime_model_metrics',
      label: 'rt',
      requestId: 'q',
      timestamp: now,
      durationMs: 100,
      ttftMs: 50,
      cancelled: false,
      inputTokens: 3,
      outputTokens: 4,
      totalTokens: 7,
      tokensPerSecond: 40,
      inputTokenDetails: { audioTokens: 2, textTokens: 1, imageTokens: 0, cachedTokens: 1 },
      outputTokenDetails: { audioTokens: 4, textTokens: 0, imageTokens: 0 },
    },
  ];
  for (const metric of measured) emit('metrics_collected', { metrics: metric });
  expect(of('metrics.eou')[0]).toEqual({
    endOfUtteranceDelayMs: 459.3,
    transcriptionDelayMs: 458,
    turnHookMs: 1,
    lastSpeakingAt: now - 459.5,
    speechId: 's1',
  });
  expect(of('metrics.llm')[0]).toMatchObject({
    provider: 'api.openai.com',
    model: 'gpt-4.1-mini',
    requestId: '',
    ttftMs: null,
    tokensPerSecond: null,
    cancelled: true,
  });
  expect(of('metrics.tts')[0]).toMatchObject({
    provider: null,
    model: null,
    label: 'tts.FallbackAdapter',
    ttfbMs: 135,
    characters: 181,
  });
  expect(of('metrics.stt')[0]).toMatchObject({ audioDurationMs: 5_000, streamed: true });
  expect(of('metrics.realtime')[0]).toMatchObject({
    endedAt: now + 100,
    inputAudioTokens: 2,
    outputAudioTokens: 4,
    cachedTokens: 1,
  });
  expect(of('metrics.other')[0]).toMatchObject({
    metric: 'vad_metrics',
    values: { idleTimeMs: 5, inferenceCount: 32 },
  });
});

test('seconds and milliseconds of the SDK come out as milliseconds on one clock', () => {
  const { emit, of, session } = watched();
  const message = llm.ChatMessage.create({
    role: 'user',
    content: 'hello',
    createdAt: 1_795_222_589_207,
    transcriptConfidence: 0.93,
    metrics: {
      startedSpeakingAt: 1_795_222_585.5,
      stoppedSpeakingAt: 1_795_222_588.25,
      transcriptionDelay: 0.5,
      endOfTurnDelay: 0.75,
    },
  });
  emit('metrics_collected', {
    metrics: {
      type: 'eou_metrics',
      timestamp: 1,
      endOfUtteranceDelayMs: 0,
      transcriptionDelayMs: 0,
      onUserTurnCompletedDelayMs: 0,
      lastSpeakingTimeMs: 0,
      speechId: 'speech_1',
    },
  });
  emit('conversation_item_added', { item: message });
  expect(session.history.items).toEqual([]);
  expect(of('item.committed')[0]).toMatchObject({
    createdAt: 1_795_222_589_207,
    startedSpeakingAt: 1_795_222_585_500,
    stoppedSpeakingAt: 1_795_222_588_250,
    confidence: 0.93,
    speechId: 'speech_1',
    reported: { transcriptionDelayMs: 500, endOfTurnDelayMs: 750 },
  });
});

test('a step of the wall clock is taken out', () => {
  const hourBehind = () => Date.now() - 3_600_000;
  const { emit, of } = watched(textSession(), hourBehind);
  const at = Date.now();
  emit('user_transcription_timeout', { speechDuration: 900, vadSpeechStartedAt: at });
  expect(Math.abs(Number(of('caller.unheard')[0]?.['speechStartedAt']) - (at - 3_600_000))).toBeLessThan(50);
});

test('provisional transcripts are thinned out, final ones never', async () => {
  const { emit, of } = watched();
  emit('user_input_transcribed', said('w', false));
  for (let i = 0; i < 20; i++) emit('user_input_transcribed', said(`we are ${i}`, false));
  await expect.poll(() => of('caller.transcribed').length).toBe(2);
  emit('user_input_transcribed', said('we are twelve', false));
  emit('user_input_transcribed', said('We are twelve.', true));
  emit('user_input_transcribed', said('', false));
  expect(of('caller.transcribed').map(({ text, isFinal }) => [text, isFinal])).toEqual([
    ['w', false],
    ['we are 19', false],
    ['We are twelve.', true],
  ]);
});

test('words that no item took up are the last words, once', () => {
  const { emit, of, transcripts } = watched();
  emit('user_input_transcribed', said('I would like', true));
  emit('user_input_transcribed', said('to sp', false));
  transcripts.lastWords();
  transcripts.lastWords();
  expect(of('caller.transcribed').at(-1)).toEqual({
    text: 'I would like to sp',
    isFinal: true,
    language: 'en',
    cutOff: true,
  });
  expect(of('caller.transcribed').filter(({ cutOff }) => cutOff)).toHaveLength(1);
});

test('states, interruptions, turn ends and errors', () => {
  const { emit, of } = watched();
  emit('user_state_changed', { oldState: 'listening', newState: 'away' });
  emit('agent_false_interruption', { resumed: true });
  emit('overlapping_speech', { isInterruption: true, detectedAt: Date.now(), probability: 0.8 });
  emit('eot_prediction', { probability: 0.4, threshold: 0.36, inferenceDurationMs: 20, delayMs: 511 });
  emit('error', {
    error: {
      type: 'tts_error',
      timestamp: Date.now(),
      label: 'eleven.TTS',
      recoverable: false,
      error: Object.assign(new Error('x'.repeat(5_000)), { statusCode: 503 }),
    },
  });
  expect(of('caller.state')).toEqual([{ from: 'listening', to: 'away' }]);
  expect(of('interruption.false')).toEqual([{ resumed: true }]);
  expect(of('interruption.detected')[0]).toMatchObject({ isInterruption: true, probability: 0.8 });
  expect(of('metrics.eot')).toEqual([{ probability: 0.4, threshold: 0.36, inferenceMs: 20, delayMs: 511 }]);
  expect(of('error.raised')[0]).toMatchObject({
    source: 'tts',
    recoverable: false,
    label: 'eleven.TTS',
    statusCode: 503,
    message: 'x'.repeat(2_000),
  });
});

test('a fallback adapter’s change of component is a fact, which tells two models of one plugin apart', () => {
  const component = (more: object) => Object.assign(new EventEmitter(), { label: () => 'openai.LLM' }, more);
  const first = component({ provider: 'openai', model: 'gpt-4.1' });
  const second = component({ provider: 'openai', model: 'gpt-4.1-mini' });
  const third = component({ provider: 'unknown', model: 'unknown' });
  const status = [{ available: false }, { available: true }, { available: true }];
  const adapter = Object.assign(new EventEmitter(), { llms: [first, second, third], _status: status });
  const { of } = watched(Object.assign(textSession(), { llm: adapter }));
  adapter.emit('llm_availability_changed', { llm: first, available: false });
  status[1] = { available: false };
  adapter.emit('llm_availability_changed', { llm: second, available: false });
  expect(of('fallback.switched')).toEqual([
    { kind: 'llm', component: 'openai gpt-4.1', available: false, active: 'openai gpt-4.1-mini' },
    { kind: 'llm', component: 'openai gpt-4.1-mini', available: false, active: 'openai.LLM' },
  ]);
});

test('a text longer than the contract allows is cut, and said once', () => {
  const { emit, of } = watched();
  for (let i = 0; i < 2; i++)
    emit('conversation_item_added', {
      item: llm.ChatMessage.create({ role: 'assistant', content: 'x'.repeat(40_000) }),
    });
  expect(of('item.committed')[0]).toMatchObject({ truncated: true, text: 'x'.repeat(32_000) });
  expect(of('producer.degraded')).toEqual([{ what: 'text_cut', detail: 'item' }]);
});

test('a listener that throws is said once and does not reach the session', () => {
  const { emit, of, problems } = watched();
  for (let i = 0; i < 3; i++) emit('conversation_item_added', { item: null });
  emit('agent_state_changed', { oldState: 'idle', newState: 'thinking' });
  expect(of('producer.degraded')).toEqual([{ what: 'listener_failed', detail: 'conversation_item_added' }]);
  expect(problems[0]).toMatchObject({ code: 'listener_failed' });
  expect(of('agent.state')).toHaveLength(1);
});

test('after detaching, nothing of the session is heard and no listener is left on it', () => {
  const session = textSession();
  const before =
    session.listenerCount('close' as never) +
    session.listenerCount('error' as never) +
    session.listenerCount('metrics_collected' as never);
  const { emit, facts, detach } = watched(session);
  detach();
  emit('agent_state_changed', { oldState: 'idle', newState: 'thinking' });
  expect(facts).toEqual([]);
  const after =
    session.listenerCount('close' as never) +
    session.listenerCount('error' as never) +
    session.listenerCount('metrics_collected' as never);
  expect(after).toBe(before);
});
