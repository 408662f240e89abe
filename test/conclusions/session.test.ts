import { describe, expect, test } from 'vitest';
import { CALL, conclude, script, START } from './helpers.ts';

const beat = { intervalMs: 5_000, pending: 0, spoolBytes: 0, loopDelayP99Ms: null };
const started = {
  startedAt: START,
  agent: { name: 'sales', configVersion: 'c1' },
  sdk: { name: 'agents' },
  channel: 'web' as const,
};

/** A call that goes on, its last event 5 s after the start. */
function running() {
  const out = script();
  out.add(0, 'call.started', { ...started, signals: ['team_size', 'industry'], emulated: ['openai', 'deepgram'] });
  out.add(1_000, 'agent.state', { from: 'listening', to: 'speaking' });
  const last = out.add(5_000, 'producer.beat', beat);
  return { out, last };
}

function lostClosing(lastEventId: string, after = 5_000, key = 'w1') {
  const worker = script(key, 'worker');
  worker.add(40_000, 'call.ended', {
    ...{ endedAt: START + after, reason: 'agent_lost', by: 'system', lastEventId, lastEventAt: START + after },
  });
  return worker.facts;
}

describe('what the call was', () => {
  test('by its start and what became known later', () => {
    const { out } = running();
    out.add(100, 'call.updated', { participant: { name: 'Ann', email: 'Ann@Example.com' } });
    out.add(200, 'call.updated', { participant: { company: 'Acme' }, sip: { callerNumber: '+44 1' } });
    const { session, lead } = conclude(out.facts);
    expect(session).toMatchObject({
      ...{ agentName: 'sales', configVersion: 'c1', channel: 'web', status: 'active', startedAt: START },
      ...{ signalsAsked: 2, signalsKnown: 0, emulated: ['deepgram', 'openai'], heartbeatMs: 5_000 },
      ...{ endedAt: null, durationMs: null, endReason: '', closingEventId: '', lastEventAt: START + 5_020 },
    });
    expect(lead).toMatchObject({
      name: 'Ann',
      email: 'Ann@Example.com',
      company: 'Acme',
      phone: '+44 1',
      lastCallId: CALL,
    });
    expect(lead.personKey).toMatch(/^[\w-]{32}$/);
    expect(conclude(running().out.facts).lead.personKey).toBe(CALL);
  });

  test('talk times come from the states; what is still being said counts up to now', () => {
    const { out } = running();
    expect(conclude(out.facts).session).toMatchObject({ agentTalkMs: 4_000, callerTalkMs: 0 });
    expect(conclude(out.facts.slice(0, 1)).session).toMatchObject({ agentTalkMs: null, callerTalkMs: null });
  });

  test('models and region as they were stated last; models that nobody states as they were measured', () => {
    const model = (name: string) => ({ provider: 'p', model: name });
    const out = script();
    out.add(0, 'call.started', { ...started, region: 'eu', models: { llm: model('first'), stt: model('ears') } });
    out.add(1_000, 'call.updated', { models: { llm: model('second') } });
    const measured = { endedAt: START, durationMs: 1, ttfbMs: 1, audioDurationMs: 1, characters: 1, cancelled: false };
    out.add(2_000, 'metrics.tts', { ...measured, ...model('voice'), requestId: 'r', speechId: 's' });
    expect(conclude(out.facts).session).toMatchObject({
      ...{ sttModel: 'ears', llmModel: 'second', ttsModel: 'voice', region: 'eu' },
    });
    expect(conclude(running().out.facts).session).toMatchObject({ llmModel: '', region: '' });
  });

  test('meetings that were booked, the score over the threshold, words that the line cut off', () => {
    const { out } = running();
    const meeting = { customerName: 'Ann', customerEmail: 'a@b.c', preferredAt: 'noon', link: null };
    out.add(1, 'meeting.booked', { ...meeting, success: true });
    out.add(2, 'meeting.booked', { ...meeting, success: false, reason: 'taken' });
    expect(conclude(out.facts).session).toMatchObject({ meetings: 1, hot: false, cutOff: false });
    out.add(3, 'signal.recorded', { name: 'team_size', value: 20 });
    out.add(4, 'signal.recorded', { name: 'monthly_volume', value: 500 });
    out.add(5, 'signal.recorded', { name: 'integration_needs', value: ['salesforce'] });
    out.add(6, 'signal.recorded', { name: 'decision_timeline', value: 'this_week' });
    out.add(7, 'caller.transcribed', { text: 'we are', isFinal: false, language: null, cutOff: true });
    out.add(8, 'call.ended', { endedAt: START + 8, reason: 'caller_hung_up', by: 'caller' });
    expect(conclude(out.facts).session).toMatchObject({ leadScore: 84, hot: true, cutOff: true });
  });

  test('errors that a fallback took over are no errors', () => {
    const { out } = running();
    out.add(1, 'error.raised', { source: 'tts', message: 'down', recoverable: false });
    out.add(2, 'error.raised', { source: 'llm', message: 'slow', recoverable: true });
    out.add(3, 'fallback.switched', { kind: 'tts', component: 'one', available: false, active: 'two' });
    out.add(4, 'error.raised', { source: 'stt', message: 'gone', recoverable: false });
    expect(conclude(out.facts).session).toMatchObject({ errors: 1, fallbacks: 1 });
  });
});

describe('how the call ended', () => {
  test('as its own collector says', () => {
    const { out } = running();
    const end = out.add(9_000, 'call.ended', { endedAt: START + 8_900, reason: 'caller_hung_up', by: 'caller' });
    expect(conclude(out.facts).session).toMatchObject({
      ...{ status: 'ended', endedAt: START + 8_900, durationMs: 8_900, endReason: 'caller_hung_up', endedBy: 'caller' },
      closingEventId: end.id,
    });
  });

  test('agent_lost, when the worker closed a silent call; what the agent was saying is not known', () => {
    const { out, last } = running();
    const { session } = conclude([...out.facts, ...lostClosing(last.id)]);
    expect(session).toMatchObject({ status: 'ended', endReason: 'agent_lost', endedBy: 'system', durationMs: 5_000 });
    expect(session).toMatchObject({ lastAgentWords: '', lastAgentWordsCut: 'unknown', lastCallerWords: '' });
  });

  test('a lost closing is void when its collector is heard again, and the next one stands', () => {
    const { out, last } = running();
    const later = out.add(50_000, 'producer.beat', beat);
    const first = lostClosing(last.id);
    expect(conclude([...out.facts, ...first]).session).toMatchObject({
      status: 'active',
      endReason: '',
      endedAt: null,
    });
    const second = lostClosing(later.id, 50_000, 'w2');
    expect(conclude([...out.facts, ...first, ...second]).session).toMatchObject({
      status: 'ended',
      endedAt: START + 50_000,
    });
  });

  test('a real end makes a lost closing void', () => {
    const { out, last } = running();
    out.add(6_000, 'call.ended', { endedAt: START + 6_000, reason: 'agent_ended', by: 'agent' });
    expect(conclude([...out.facts, ...lostClosing(last.id)]).session).toMatchObject({
      endReason: 'agent_ended',
      durationMs: 6_000,
    });
  });

  test('a drained spool revises the closing: the end is the last event, what the caller said since are his last words', () => {
    const { out, last } = running();
    out.add(5_500, 'item.committed', {
      itemId: 'u',
      role: 'user',
      text: 'hi',
      createdAt: START + 5_400,
      interrupted: false,
    });
    out.add(6_000, 'caller.transcribed', { text: 'we are', isFinal: true, language: null });
    out.add(6_500, 'caller.transcribed', { text: 'twe', isFinal: false, language: null });
    out.add(90_000, 'producer.closed', { lastSeq: out.facts.length + 1, by: 'drain' });
    const { session, books } = conclude([...out.facts, ...lostClosing(last.id)]);
    expect(session).toMatchObject({
      ...{ status: 'ended', endReason: 'agent_lost', endedAt: START + 6_500, lastCallerWords: 'we are twe' },
      ...{ lastAgentWordsCut: 'unknown', complete: true },
    });
    expect(books.map(({ producerKind, state }) => [producerKind, state])).toEqual([
      ['collector', 'balanced'],
      ['worker', 'uncounted'],
    ]);
  });

  test('the words that the line cut off are the marked item, where the recogniser had finished', () => {
    const { out } = running();
    const said = { role: 'user' as const, createdAt: START + 5_500, interrupted: false };
    out.add(5_500, 'item.committed', { ...said, itemId: 'u1', text: 'hi' });
    out.add(6_000, 'caller.transcribed', { text: 'how large may a', isFinal: true, language: null });
    out.add(6_400, 'item.committed', { ...said, itemId: 'u2', text: 'how large may a', cutOff: 'unknown' });
    expect(conclude(out.facts).session.lastCallerWords).toBe('');
    out.add(6_500, 'call.ended', { endedAt: START + 6_500, reason: 'caller_hung_up', by: 'caller' });
    expect(conclude(out.facts).session.lastCallerWords).toBe('how large may a');
  });

  test('an end before the start is no duration', () => {
    const { out } = running();
    out.add(6_000, 'call.ended', { endedAt: START - 5_000, reason: 'room_closed', by: 'system' });
    expect(conclude(out.facts).session).toMatchObject({ endedAt: START + 6_000, durationMs: 6_000 });
  });
});

test('only dead letters are known of a call: it is active, and not complete', () => {
  const deadLetters = [{ eventId: 'EVENTS-1', producerKind: '', producerInstance: '', seq: null, at: START }];
  const { session, books, read } = conclude([], { deadLetters });
  expect(session).toMatchObject({ startedAt: START, status: 'active', complete: false, lastEventAt: START });
  expect(books).toEqual([]);
  expect(read).toBe(1);
});
