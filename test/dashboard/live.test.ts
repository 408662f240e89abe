import { describe, expect, it } from 'vitest';
import {
  EMPTY,
  opened,
  reduce,
  type LiveCall,
  type LiveMessage,
  type LiveState,
} from '../../dashboard/src/live/reduce.ts';

const START = '2026-03-02T09:15:00.000Z';
const after = (seconds: number) => new Date(Date.parse(START) + seconds * 1000).toISOString();

function callOf(callId: string, change: Partial<LiveCall> = {}): LiveMessage {
  const percentiles = { n: 0, excluded: 0, p50Ms: null, p95Ms: null, p99Ms: null, maxMs: null };
  return {
    name: 'call',
    data: {
      callId,
      who: { personKey: 'p', name: null, company: null },
      agent: 'front-desk',
      agentVersion: '1.0.0',
      channel: 'web',
      region: 'eu',
      models: { stt: '', llm: '', tts: '' },
      status: 'active',
      waiting: false,
      startedAt: START,
      endedAt: null,
      durationMs: null,
      endReason: '',
      endedBy: '',
      turns: 0,
      heard: percentiles,
      score: null,
      tier: 'none',
      hot: false,
      cost: null,
      interruptions: 0,
      errors: 0,
      fallbacks: 0,
      complete: true,
      cutOff: false,
      emulated: [],
      agentState: 'listening',
      callerState: 'listening',
      lastCallerText: null,
      lastAgentText: null,
      heardMs: [],
      signals: [],
      raisedBy: null,
      ...change,
    },
  };
}

const pulseAt = (seconds: number): LiveMessage => ({
  name: 'pulse',
  data: { at: after(seconds), callsNow: 1, heardP95Ms: null, heardN: 0, errors: 0, hotToday: 0, lagMs: 0 },
});

const run = (state: LiveState, ...messages: LiveMessage[]) => messages.reduce(reduce, state);
const turn = (number: number, heardMs: number | null): LiveMessage => ({
  name: 'turn',
  data: { callId: 'a', turn: number, heardMs, cause: null, excluded: '' },
});

describe('what the live page shows of the stream', () => {
  it('shows the last words of each side, interim ones too', () => {
    const words = {
      name: 'words',
      data: { callId: 'a', role: 'user', text: 'we are', final: false, at: START },
    } as const;
    const call = run(EMPTY, callOf('a'), words, {
      ...words,
      data: { ...words.data, role: 'assistant', text: 'I see' },
    });
    expect(call.calls.get('a')).toMatchObject({ lastCallerText: 'we are', lastAgentText: 'I see' });
  });

  it('counts a turn that comes twice once, in order, and keeps the last twenty', () => {
    const twice = run(EMPTY, callOf('a'), turn(2, 900), turn(1, 700), turn(2, 950));
    expect(twice.calls.get('a')?.heardMs).toEqual([
      { turn: 1, heardMs: 700 },
      { turn: 2, heardMs: 950 },
    ]);
    const many = run(EMPTY, callOf('a'), ...Array.from({ length: 30 }, (_, number) => turn(number, null)));
    expect(many.calls.get('a')?.heardMs.map((one) => one.turn)).toEqual(Array.from({ length: 20 }, (_, k) => k + 10));
  });

  it('keeps an ended call for a minute of the server’s clock', () => {
    const ended = run(EMPTY, callOf('a', { endedAt: after(0) }), callOf('b'), pulseAt(59));
    expect([...ended.calls.keys()]).toEqual(['a', 'b']);
    expect([...reduce(ended, pulseAt(60)).calls.keys()]).toEqual(['b']);
  });

  it('drops a call that nobody told of after a reconnect, not before all were told', () => {
    const before = run(EMPTY, callOf('gone'), callOf('on'), pulseAt(0));
    const telling = run(opened(before), callOf('on'));
    expect(telling.calls.has('gone')).toBe(true);
    expect([...reduce(telling, pulseAt(2)).calls.keys()]).toEqual(['on']);
  });

  it('leaves the other calls’ objects as they are, so that their rows do not render', () => {
    const before = run(EMPTY, callOf('a'), callOf('b'));
    const moved = reduce(before, turn(1, 500));
    expect(moved.calls.get('b')).toBe(before.calls.get('b'));
    expect(reduce(moved, pulseAt(1)).calls).toBe(moved.calls);
  });

  it('ignores what belongs to a call that it was not told of', () => {
    expect(reduce(EMPTY, turn(1, 500))).toBe(EMPTY);
  });
});
