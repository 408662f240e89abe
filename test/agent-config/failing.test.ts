import { initializeLogger, voice } from '@livekit/agents';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { watchFailing, type Failing } from '../../agent/job/failing.ts';

/** Past the time in which he must have heard something. */
const SOON_MS = 3_000;

let told: string[];
let session: voice.AgentSession;
let failing: Failing;

beforeAll(() => initializeLogger({ pretty: false, level: 'silent' }));
let callerIs: voice.UserState;
let agentIs: voice.AgentState;
/** The states as the SDK tells them. */
const caller = (newState: voice.UserState) => {
  const { UserStateChanged: type } = voice.AgentSessionEventTypes;
  session.emit(type, { type, oldState: callerIs, newState, createdAt: Date.now() });
  callerIs = newState;
};
const agent = (newState: voice.AgentState) => {
  const { AgentStateChanged: type } = voice.AgentSessionEventTypes;
  session.emit(type, { type, oldState: agentIs, newState, createdAt: Date.now() });
  agentIs = newState;
};

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  [callerIs, agentIs] = ['listening', 'listening'];
  session = new voice.AgentSession();
  failing = watchFailing(session, {
    onWait: () => told.push('wait'),
    onAnswer: () => told.push('answer'),
    onGivenUp: (detail) => told.push(detail),
  });
  caller('speaking');
  caller('listening');
  agent('thinking');
});
afterEach(() => {
  failing.stop();
  vi.useRealTimers();
});

test('a caller who waits for an answer hears a sentence, once', () => {
  vi.advanceTimersByTime(10 * SOON_MS);
  expect(told).toEqual(['wait']);
});

test('a caller who speaks again meanwhile hears none over his words, and one after them', () => {
  vi.advanceTimersByTime(SOON_MS / 2);
  caller('speaking');
  vi.advanceTimersByTime(2 * SOON_MS);
  expect(told).toEqual([]);
  caller('listening');
  vi.advanceTimersByTime(SOON_MS);
  expect(told).toEqual(['wait']);
});

test('one whose turn is over while he still makes a sound hears none over it', () => {
  agent('speaking');
  caller('speaking');
  agent('thinking');
  vi.advanceTimersByTime(2 * SOON_MS);
  expect(told).toEqual(['answer']);
});

test('an answer in time, or the end of the call, is waited for no more', () => {
  agent('speaking');
  vi.advanceTimersByTime(SOON_MS);
  caller('speaking');
  caller('listening');
  agent('thinking');
  failing.stop();
  vi.advanceTimersByTime(SOON_MS);
  expect(told).toEqual(['answer']);
});
