import type { CallSummary } from '../types.ts';
import type { LiveEvent } from '../schemas/live.ts';
import type { Message } from './messages.ts';

/** A call stays so long after its end, ms. */
export const STAYS_MS = 60_000;
/** Newest turns that a call is shown with. */
const MOST_TURNS = 20;
/** Alerts remembered, so that none is told again unchanged. */
const MOST_ALERTS = 1_000;

type LiveCall = LiveEvent<'call'>;
type Turn = Omit<LiveEvent<'turn'>, 'callId'>;

/** What facts say of a call. */
type Facts = Pick<LiveCall, 'agentState' | 'callerState' | 'lastCallerText' | 'lastAgentText'> & {
  signals: Map<string, LiveCall['signals'][number]>;
  touchedAt: number;
};

/** What a call was concluded to be. Of several readings the one of the most rows counts. */
export type Concluded = {
  version: number;
  summary: CallSummary;
  turns: Turn[];
  /** Names of the signals that gave points. */
  scoring: ReadonlySet<string>;
  storedAt: number;
};

/** The calls of a tenant that listeners see, held in memory, so that who joins is told at once how things stand. */
export class Board {
  readonly #facts = new Map<string, Facts>();
  readonly #calls = new Map<string, Concluded>();
  readonly #alerts = new Map<string, string>();

  /** A call's reading that is older than what is known says nothing. */
  isNews(callId: string, version: number): boolean {
    return version > (this.#calls.get(callId)?.version ?? -1);
  }

  has(callId: string): boolean {
    return this.#calls.has(callId);
  }

  turn(callId: string, turn: number): Turn | undefined {
    return this.#calls.get(callId)?.turns.find((one) => one.turn === turn);
  }

  get active(): number {
    return [...this.#calls.values()].filter(({ summary }) => summary.status === 'active').length;
  }

  snapshot(): LiveCall[] {
    return [...this.#calls.values()].map((call) => this.#liveCall(call));
  }

  fact({ name, data, storedAt }: Message<'words' | 'state' | 'signal'>): void {
    const facts = this.#factsOf(data.callId);
    facts.touchedAt = storedAt;
    if (name === 'words') {
      if (data.role === 'user') facts.lastCallerText = data.text;
      else facts.lastAgentText = data.text;
    } else if (name === 'state') {
      if (data.who === 'agent') facts.agentState = data.state as LiveCall['agentState'];
      else facts.callerState = data.state as LiveCall['callerState'];
    } else {
      const { name: signal, value, at } = data;
      facts.signals.delete(signal);
      facts.signals.set(signal, { name: signal, value, at });
    }
  }

  /** Takes a call's new reading over. Returns what is different from the one before. */
  conclude(call: Concluded): Message[] {
    const { summary, storedAt } = call;
    const { callId } = summary;
    if (!this.isNews(callId, call.version)) return [];
    const before = this.#calls.get(callId);
    const scoreBefore = before && this.#scoreOf(before);
    this.#calls.set(callId, call);
    const known = new Map(before?.turns.map((turn) => [turn.turn, JSON.stringify(turn)]));
    const turns = call.turns.filter((turn) => known.get(turn.turn) !== JSON.stringify(turn));
    const score = this.#scoreOf(call);
    const isScored = summary.score !== null || scoreBefore?.score != null;
    return [
      ...(JSON.stringify(before?.summary) === JSON.stringify(summary)
        ? []
        : [{ name: 'call' as const, data: this.#liveCall(call), storedAt }]),
      ...turns.map((turn) => ({ name: 'turn' as const, data: { callId, ...turn }, storedAt })),
      ...(isScored && JSON.stringify(scoreBefore) !== JSON.stringify(score)
        ? [{ name: 'score' as const, data: score, storedAt }]
        : []),
    ];
  }

  /** True when it differs from what was known of it. */
  alert(id: string, alert: LiveEvent<'alert'>): boolean {
    const text = JSON.stringify(alert);
    if (this.#alerts.get(id) === text) return false;
    this.#alerts.set(id, text);
    return true;
  }

  /** Forgets calls that ended a while ago, and facts of calls that nobody concluded. `now` by the store's clock. */
  prune(now: number): void {
    for (const [callId, { summary, storedAt }] of this.#calls) {
      if (summary.status === 'active') continue;
      const endedAt = summary.endedAt === null ? storedAt : Date.parse(summary.endedAt);
      if (endedAt < now - STAYS_MS) this.#calls.delete(callId);
    }
    for (const [callId, { touchedAt }] of this.#facts) {
      if (!this.#calls.has(callId) && touchedAt < now - STAYS_MS) this.#facts.delete(callId);
    }
    for (const id of this.#alerts.keys()) {
      if (this.#alerts.size <= MOST_ALERTS) break;
      this.#alerts.delete(id);
    }
  }

  #factsOf(callId: string): Facts {
    const known = this.#facts.get(callId);
    if (known) return known;
    const none = { agentState: null, callerState: null, lastCallerText: null, lastAgentText: null };
    const facts: Facts = { ...none, signals: new Map(), touchedAt: 0 };
    this.#facts.set(callId, facts);
    return facts;
  }

  #liveCall(call: Concluded): LiveCall {
    const { signals, touchedAt: _, ...facts } = this.#factsOf(call.summary.callId);
    return {
      ...call.summary,
      ...facts,
      heardMs: call.turns
        .filter(({ excluded }) => excluded !== 'greeting')
        .slice(-MOST_TURNS)
        .map(({ turn, heardMs }) => ({ turn, heardMs })),
      signals: [...signals.values()],
      raisedBy: this.#scoreOf(call).raisedBy,
    };
  }

  /** What raised the score last: the newest signal that gives points. */
  #scoreOf({ summary, scoring }: Concluded): LiveEvent<'score'> {
    const { callId, score, hot } = summary;
    const raisedBy = [...this.#factsOf(callId).signals.keys()].findLast((name) => scoring.has(name)) ?? null;
    return { callId, score, hot, raisedBy: score === null ? null : raisedBy };
  }
}
