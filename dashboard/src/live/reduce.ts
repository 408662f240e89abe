import type { LiveEvent } from '../../../api/schemas/live.ts';

export type LiveCall = LiveEvent<'call'>;
export type Pulse = LiveEvent<'pulse'>;

/** All events of the stream by name; every one may come twice. */
export type LiveMessage =
  | { name: 'call'; data: LiveCall }
  | { name: 'words'; data: LiveEvent<'words'> }
  | { name: 'state'; data: LiveEvent<'state'> }
  | { name: 'turn'; data: LiveEvent<'turn'> }
  | { name: 'signal'; data: LiveEvent<'signal'> }
  | { name: 'score'; data: LiveEvent<'score'> }
  | { name: 'alert'; data: LiveEvent<'alert'> }
  | { name: 'pulse'; data: Pulse };

export type LiveState = {
  calls: ReadonlyMap<string, LiveCall>;
  pulse: Pulse | undefined;
  /** Calls told of since the stream opened; undefined when all have been. The others are gone. */
  told: ReadonlySet<string> | undefined;
};

export const EMPTY: LiveState = { calls: new Map(), pulse: undefined, told: undefined };

const KEPT_TURNS = 20;
const KEPT_ENDED_MS = 60_000;

/** After (re)connecting the server tells of every call that is on, then pulses. */
export function opened(state: LiveState): LiveState {
  return { ...state, told: new Set() };
}

export function reduce(state: LiveState, message: LiveMessage): LiveState {
  if (message.name === 'pulse') return pulsed(state, message.data);
  if (message.name === 'call') return told(state, message.data);
  if (message.name === 'alert') return state;
  const call = state.calls.get(message.data.callId);
  if (call === undefined) return state;
  return withCall(state, change(call, message));
}

function withCall(state: LiveState, call: LiveCall): LiveState {
  return { ...state, calls: new Map(state.calls).set(call.callId, call) };
}

function told(state: LiveState, call: LiveCall): LiveState {
  const after = withCall(state, call);
  return state.told === undefined ? after : { ...after, told: new Set(state.told).add(call.callId) };
}

/** Drops who ended a minute ago, by the server's clock, and who was not told of after a reconnect. */
function pulsed(state: LiveState, pulse: Pulse): LiveState {
  const now = Date.parse(pulse.at);
  const stays = (call: LiveCall) =>
    (state.told === undefined || state.told.has(call.callId)) &&
    (call.endedAt === null || now - Date.parse(call.endedAt) < KEPT_ENDED_MS);
  const calls = [...state.calls.values()];
  const kept = calls.filter(stays);
  const same = kept.length === calls.length;
  return { calls: same ? state.calls : new Map(kept.map((call) => [call.callId, call])), pulse, told: undefined };
}

type OfCall = Exclude<LiveMessage, { name: 'pulse' | 'call' | 'alert' }>;

function change(call: LiveCall, message: OfCall): LiveCall {
  switch (message.name) {
    case 'words':
      return { ...call, [message.data.role === 'user' ? 'lastCallerText' : 'lastAgentText']: message.data.text };
    case 'state':
      return { ...call, [message.data.who === 'agent' ? 'agentState' : 'callerState']: message.data.state };
    case 'turn':
      return { ...call, heardMs: withTurn(call.heardMs, message.data) };
    case 'signal':
      return { ...call, signals: withSignal(call.signals, message.data) };
    case 'score': {
      const { score, hot, raisedBy } = message.data;
      return { ...call, score, hot, raisedBy };
    }
  }
}

function withTurn(turns: LiveCall['heardMs'], { turn, heardMs }: LiveEvent<'turn'>): LiveCall['heardMs'] {
  const others = turns.filter((known) => known.turn !== turn);
  return [...others, { turn, heardMs }].toSorted((a, b) => a.turn - b.turn).slice(-KEPT_TURNS);
}

function withSignal(signals: LiveCall['signals'], { name, value, at }: LiveEvent<'signal'>): LiveCall['signals'] {
  return [...signals.filter((known) => known.name !== name), { name, value, at }];
}
