import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { booksTotal } from '../../clickhouse/queries/books-total.ts';
import { books } from '../../clickhouse/queries/books.ts';
import { callsSummary } from '../../clickhouse/queries/calls-summary.ts';
import { latencyPercentiles } from '../../clickhouse/queries/latency-percentiles.ts';
import { leadScores } from '../../clickhouse/queries/lead-scores.ts';
import { storedEvents } from '../../clickhouse/queries/stored-events.ts';
import { turnParts } from '../../clickhouse/queries/turn-parts.ts';
import { turnsOfCalls } from '../../clickhouse/queries/turns-of-calls.ts';
import { unexplainedShare } from '../../clickhouse/queries/unexplained-share.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { summaryOf } from '../../deploy/demo/summary.ts';
import { isA } from '../../events/catalogue.ts';
import { listScenarios } from '../scenarios/load.ts';
import { dataOf, letEverybodyCall, type Everybody, type Told } from './everybody.ts';
import { describePages } from './pages.ts';

/** Two calls of 45 s after one another on a busy machine, and starting twelve processes takes its time. */
const EVERYBODY_MS = 240_000;
/** Between what the SDK reports of an answer and what the parts say. */
const SDK_AGREES_MS = 10;
/** Between what callers measured by ear and what voice activity detection saw: in the median, and at most on a busy machine. */
const CALLERS_AGREE_MS = 150;
const CALLER_AGREES_MS = 2_000;
/** Where a dozen calls begin at one moment, voice-activity detection itself may come late for one or two. */
const MOST = 0.9;
const TERMINAL_WIDTH = 110;
const SHARE_MEDIAN = 0.05;
const SHARE_P95 = 0.15;

const names = await listScenarios();

describe('everybody calls', () => {
  let everybody: Everybody;
  let sessions: RowOfQuery<typeof callsSummary>[];
  let turns: RowOfQuery<typeof turnsOfCalls>[];

  beforeAll(async () => {
    everybody = await letEverybodyCall();
    const { store, scope } = everybody;
    [sessions, turns] = await Promise.all([store.run(callsSummary, scope), store.run(turnsOfCalls, scope)]);
  }, EVERYBODY_MS);
  afterAll(() => everybody?.stop());

  const told = (name: string): Told => found(everybody.calls.get(name));
  const sessionOf = (name: string) => found(sessions.find(({ call_id: id }) => id === told(name).call));
  const turnsOf = (name: string) => turns.filter(({ call_id: id }) => id === told(name).call);
  const counted = (name: string) => turnsOf(name).filter(({ excluded }) => excluded === '');

  it.each(names)('%s: the SDK saw the call that the scenario is', (name) => {
    const { outcome, scenario } = told(name);
    const { end, signals } = scenario.expect;
    expect(outcome.errors).toEqual([]);
    expect(outcome.end).toMatchObject(end);
    expect(outcome.close).toBe(end.by === 'caller' ? 'participant_disconnected' : 'user_initiated');
    expect(outcome.signals).toMatchObject(signals);
    // What the caller's loudspeaker played is what the answers say.
    const answers = outcome.items.filter(({ role }) => role === 'assistant');
    expect(outcome.heard.map(({ text }) => text.trim())).toEqual(answers.map(({ text }) => text.trim()));
  });

  it.each(names)('%s: the call is concluded as the scenario says', (name) => {
    const { scenario, facts } = told(name);
    const { end, callerItems, interruptedItems, fallback, cutOff } = scenario.expect;
    const session = sessionOf(name);
    expect(session).toMatchObject({
      ...{ status: 'ended', end_reason: end.reason, ended_by: end.by, complete: true, errors: 0 },
      ...{ fallbacks: fallback ? 1 : 0, emulated: ['deepgram', 'elevenlabs', 'openai'] },
    });
    expect(session.caller_items).toBeGreaterThanOrEqual(callerItems);
    if (interruptedItems !== undefined) {
      expect(session.interruptions).toBe(interruptedItems - (cutOff === 'agent' ? 1 : 0));
    }
    expect(facts.filter(({ type }) => type === 'call.started' || type === 'call.ended')).toHaveLength(2);
  });

  it.each(names)('%s: the transcript is what the caller and the agent said', (name) => {
    const { outcome, transcript } = told(name);
    const stored = transcript.map(({ item_id: id, role, text, interrupted }) => ({ id, role, text, interrupted }));
    const seen = outcome.items.map(({ id, role, text, interrupted }) => ({ id, role, text, interrupted }));
    expect(stored.toSorted(byId)).toEqual(seen.toSorted(byId));
    expect(transcript.map(({ role }) => role)).toEqual(seen.map(({ role }) => role));
  });

  it.each(names)('%s: signals and searches are on record with their evidence', (name) => {
    const { scenario, transcript } = told(name);
    const recorded = dataOf(told(name), 'signal.recorded');
    const last = Object.fromEntries(recorded.map((signal) => [signal.name, signal.value]));
    expect(last).toMatchObject(scenario.expect.signals);
    expect(sessionOf(name).signals_known).toBe(Object.keys(last).length);
    const said = transcript.filter(({ role }) => role === 'user');
    for (const { itemId, quote } of recorded) {
      expect(said.find(({ item_id: id }) => id === itemId)?.text).toContain(quote);
    }
    const searches = dataOf(told(name), 'knowledge.searched');
    const { searches: answered, searchesInVain: inVain } = scenario.expect;
    if (answered !== undefined) expect(searches.filter(({ found }) => found)).toHaveLength(answered);
    if (inVain !== undefined) expect(searches.filter(({ found }) => !found)).toHaveLength(inVain);
  });

  it.each(names)('%s: only who was cut off by the line has last words', (name) => {
    const { scenario, outcome, transcript } = told(name);
    const { cutOff } = scenario.expect;
    const { last_caller_words: caller, last_agent_words: agent, last_agent_words_cut: cut } = sessionOf(name);
    const last = (role: string) => (cutOff ? (outcome.items.findLast((item) => item.role === role)?.text ?? '') : '');
    expect({ caller, agent, cut }).toEqual({
      caller: cutOff === 'caller' ? last('user') : '',
      agent: cutOff === 'agent' ? last('assistant') : '',
      cut: cutOff === 'agent' ? 'heard' : '',
    });
    expect(transcript.filter((item) => item.cut_off !== '')).toHaveLength(cutOff ? 1 : 0);
    if (cutOff === undefined) return;
    // They are a beginning of what would have been said, and not all of it.
    const line = scenario.conversation.at(-1);
    const whole = found(cutOff === 'agent' ? line?.agent.says : line?.caller);
    const words = cutOff === 'agent' ? agent : caller;
    expect(words.split(' ').length).toBeGreaterThan(2);
    expect(whole.startsWith(words)).toBe(true);
    expect(words.length).toBeLessThan(whole.length);
  });

  it.each(names)('%s: what the caller waited is what the SDK saw', (name) => {
    const { outcome, scenario } = told(name);
    const heard = counted(name).map(({ heard_ms: ms }) => found(ms));
    const reported = outcome.items.flatMap(({ e2eMs }) => e2eMs ?? []);
    expect(heard).toHaveLength(reported.length);
    expect(heard).toHaveLength(outcome.waits.length);
    for (const [index, ms] of heard.entries()) {
      expect(Math.abs(ms - found(reported[index]))).toBeLessThan(SDK_AGREES_MS);
    }
    expect(turnsOf(name).every(({ heard_basis: basis }) => basis === '' || basis === 'agent_playout')).toBe(true);
    const { slowestHeardAboveMs } = scenario.expect;
    if (slowestHeardAboveMs !== undefined) expect(Math.max(...heard)).toBeGreaterThan(slowestHeardAboveMs);
  });

  it('is what the callers felt', () => {
    const apart = names.flatMap((name) => {
      const { waits } = told(name).outcome;
      return counted(name).map(({ heard_ms: ms }, index) => Math.abs(found(ms) - found(waits[index])));
    });
    const sorted = apart.toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(CALLERS_AGREE_MS);
    expect(sorted[Math.floor(sorted.length * MOST)]).toBeLessThan(CALLER_AGREES_MS);
  });

  it.each(names)('%s: the waterfall of each turn sums to what was heard', async (name) => {
    const { call, scenario, facts } = told(name);
    const parts = await everybody.store.run(turnParts, { ...everybody.scope, callIds: [call] });
    for (const { turn, heard_ms: heardMs } of counted(name)) {
      const own = parts.filter((part) => part.turn === turn);
      expect(own.reduce((sum, { duration_ms: ms }) => sum + ms, 0)).toBeCloseTo(found(heardMs), 0);
      for (const [index, part] of own.entries()) {
        expect(part.from_ms).toBeCloseTo(index === 0 ? 0 : found(own[index - 1]).to_ms, 0);
      }
    }
    const { modelFirstTokenMs: slowMs } = scenario.faults;
    if (slowMs === undefined) return;
    const models = facts.filter(isA('metrics.llm')).map(({ data }) => data);
    for (const { turn, anchor_at: anchorAt, speech_ids: speeches } of counted(name)) {
      const [asked] = models.filter(({ speechId }) => speeches.includes(speechId ?? ''));
      const { endedAt, durationMs } = found(asked);
      const part = found(parts.find((one) => one.turn === turn && one.part === 'model'));
      // Where the model was asked before the turn was surely over, its part begins with that decision: docs/waterfall.md.
      const early = Math.max(0, found(anchorAt) + part.from_ms - (endedAt - durationMs));
      expect(early + part.duration_ms).toBeGreaterThan(slowMs - SDK_AGREES_MS);
    }
  });

  it('has balanced books of every producer, and nothing twice', async () => {
    const { store, scope } = everybody;
    const [rows, [total], stored] = await Promise.all([
      store.run(books, scope),
      store.run(booksTotal, scope),
      store.run(storedEvents, scope),
    ]);
    expect(rows).toHaveLength(names.length);
    for (const name of names) {
      const { call, facts } = told(name);
      const numbers = facts.map(({ producer }) => producer.seq ?? 0).toSorted((a, b) => a - b);
      const { length: published } = numbers;
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      expect(rows.find(({ call_id: id }) => id === call)).toMatchObject({
        ...{ producer_kind: 'collector', state: 'balanced', closed_by: 'self', missing: [] },
        ...{ published, stored: published, dead_lettered: 0, declared_gaps: 0 },
      });
      expect(stored.find(({ call_id: id }) => id === call)).toMatchObject({ stored: published, events: published });
    }
    const all = stored.reduce((sum, { events }) => sum + events, 0);
    expect(total).toEqual({
      ...{ calls: names.length, producers: names.length, balanced: names.length },
      ...{ unbalanced: 0, open: 0, uncounted: 0, unknown: 0 },
      ...{ published: all, stored: all, dead_lettered: 0, declared_gaps: 0 },
    });
  });

  it('explains what was waited for, and counts every turn', async () => {
    const { store, scope } = everybody;
    const [shares, percentiles] = await Promise.all([
      store.run(unexplainedShare, scope),
      store.run(latencyPercentiles, scope),
    ]);
    const all = names.flatMap(counted).length;
    expect(shares).toMatchObject([{ basis: 'agent_playout', n: all }]);
    expect(shares[0]?.p50).toBeLessThanOrEqual(SHARE_MEDIAN);
    expect(shares[0]?.p95).toBeLessThanOrEqual(SHARE_P95);
    for (const measure of ['heard_latency', 'total_latency', 'llm_ttft', 'tts_ttfb']) {
      const rows = percentiles.filter((row) => row.measure === measure);
      const sum = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((n, row) => n + pick(row), 0);
      expect([sum(({ n }) => n), sum(({ missing }) => missing)]).toEqual([all, 0]);
      expect(sum(({ excluded }) => excluded)).toBe(turns.length - all);
    }
    expect(new Set(turns.map(({ excluded }) => excluded))).toEqual(new Set(['', 'greeting', 'cut_off']));
  });

  it('scores the leads by what they said', async () => {
    const leads = await everybody.store.run(leadScores, everybody.scope);
    expect(leads).toHaveLength(names.length);
    for (const name of names) {
      const { scenario, call } = told(name);
      const lead = leads.find(({ call_id: id }) => id === call);
      const { scoreAbove, scoreBelow } = scenario.expect;
      expect(lead?.email ?? '').toBe(scenario.participant.email ?? '');
      expect(JSON.parse(lead?.result ?? '{}')).toMatchObject(
        lead?.lead_score == null ? {} : { score: lead.lead_score, hot: scoreAbove !== undefined },
      );
      if (scoreAbove !== undefined) expect(lead?.lead_score).toBeGreaterThan(scoreAbove);
      if (scoreBelow !== undefined) expect(lead?.lead_score).toBeLessThan(scoreBelow);
    }
  });

  it('lets the last value win, with what it replaced on record', async () => {
    const sizes = dataOf(told('corrector'), 'signal.recorded').filter(({ name }) => name === 'team_size');
    expect(sizes).toMatchObject([{ value: 10 }, { value: 15, replaced: 10, quote: 'No wait, fifteen' }]);
    const scope = { ...everybody.scope, callIds: [told('corrector').call] };
    const [lead] = await everybody.store.run(leadScores, scope);
    const { breakdown } = JSON.parse(lead?.result ?? '{}') as { breakdown: object[] };
    expect(breakdown).toContainEqual(expect.objectContaining({ signal: 'team_size', value: 15, points: 25 }));
  });

  it('is told by the demo in lines that fit a terminal', async () => {
    const calls = names.map((scenario) => {
      const { call: id, scenario: played } = told(scenario);
      return { scenario, id, name: played.participant.name };
    });
    const { lines, unbalanced } = await summaryOf(everybody.store, calls);
    const text = lines.join('\n');
    expect(unbalanced).toEqual([]);
    expect(text).toMatch(/100 {2}Dana Whitfield \(hot-lead\), Northbeam Logistics: HOT/);
    expect(text).toMatch(/Dana Whitfield \(hot-lead\): hot lead, printed \d+\.\d s after the words that made it one/);
    expect(text).toMatch(/\(dropped-line\) +caller +".*how large/);
    expect(text).toContain(`${names.length} greetings, 1 turn that the line cut off`);
    expect(text).toContain(`${names.length} balanced`);
    expect(text.split('\n').filter(({ length }) => length > TERMINAL_WIDTH)).toEqual([]);
  });

  it('has the fall-back as an event that names both recognisers', () => {
    expect(dataOf(told('failover'), 'fallback.switched')).toEqual([
      { kind: 'stt', component: 'Deepgram nova-3', available: false, active: 'Deepgram nova-2' },
    ]);
    const others = names.filter((name) => told(name).scenario.expect.fallback === undefined);
    expect(others.flatMap((name) => dataOf(told(name), 'fallback.switched'))).toEqual([]);
  });

  describePages(() => everybody);
});

function byId(a: { id: string }, b: { id: string }): number {
  return a.id.localeCompare(b.id);
}

function found<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('not on record');
  return value;
}
