import { describe, expect, it } from 'vitest';
import { tables } from '../../clickhouse/tables/index.ts';
import type { RowOf } from '../../clickhouse/tables/define.ts';
import type { Audit, CallSummary, Connection, Timeline, Turn } from '../../api/types.ts';
import { bookRow, eventRow, sessionRow, T0, turnRow } from '../clickhouse/rows.ts';
import { apiRig } from './rig.ts';

const { ask, store } = apiRig();

type Sample = RowOf<typeof tables.qualitySamples>;
const sampleRow = (row: Partial<Sample>): Sample => ({
  tenant: 'acme',
  call_id: 'call-1',
  event_id: `acme.call-1.collector.a.${row.at}${row.side}`,
  side: 'agent',
  quality: 'good',
  packet_loss_percent: 1.5,
  jitter_ms: 4,
  rtt_ms: null,
  bytes_in: 1_000,
  bytes_out: 2_000,
  reconnections: 0,
  at: T0,
  broker_at: T0 + 5,
  ...row,
});

describe('GET /v1/calls/{call}/connection', () => {
  it('gives the samples of both sides, where the quality changed, and how often each side came back', async () => {
    await store().insert(tables.sessions, [sessionRow()]);
    await store().insert(tables.qualitySamples, [
      sampleRow({ at: T0, quality: 'unknown' }),
      sampleRow({ at: T0 + 1_000, side: 'caller', quality: 'excellent', rtt_ms: 80 }),
      sampleRow({ at: T0 + 5_000, quality: 'good' }),
      sampleRow({ at: T0 + 6_000, side: 'caller', quality: 'poor', rtt_ms: 300, reconnections: 1 }),
      sampleRow({ at: T0 + 10_000, quality: 'good' }),
    ]);
    const { status, body } = await ask<Connection>('/v1/calls/call-1/connection', { role: 'viewer' });
    expect(status).toBe(200);
    expect(body.samples.map(({ side, quality, rttMs }) => [side, quality, rttMs])).toEqual([
      ['agent', 'unknown', null],
      ['caller', 'excellent', 80],
      ['agent', 'good', null],
      ['caller', 'poor', 300],
      ['agent', 'good', null],
    ]);
    const at = (ms: number) => new Date(T0 + ms).toISOString();
    expect(body.changes).toEqual([
      { side: 'agent', at: at(5_000), from: 'unknown', to: 'good' },
      { side: 'caller', at: at(6_000), from: 'excellent', to: 'poor' },
    ]);
    expect(body.reconnections).toEqual({ agent: 0, caller: 1 });
  });

  it('says null of a side that told nothing, and 404 of a call of others', async () => {
    await store().insert(tables.sessions, [sessionRow({ call_id: 'silent' })]);
    const { body } = await ask<Connection>('/v1/calls/silent/connection');
    expect(body).toEqual({ samples: [], changes: [], reconnections: { agent: null, caller: null } });
    expect((await ask('/v1/calls/silent/connection', { tenant: 'rival' })).status).toBe(404);
  });
});

describe('what the caller heard', () => {
  it('stands beside what the agent knows, with the median difference', async () => {
    const turn = (number: number, heardMs: number | null, callerMs: number | null) =>
      turnRow({
        call_id: 'heard',
        turn: number,
        heard_ms: heardMs,
        heard_basis: heardMs === null ? '' : 'agent_playout',
        heard_caller_ms: callerMs,
      });
    await store().insert(tables.sessions, [sessionRow({ call_id: 'heard' })]);
    const turns = [
      turn(1, 800, 1_000),
      turn(2, 900, 1_400),
      turn(3, 700, null),
      turn(4, null, 900),
      turn(5, 800, 1_100),
    ];
    await store().insert(tables.turns, turns);
    type Turns = { items: Turn[]; atCaller: { turns: number; medianDifferenceMs: number | null } };
    const { body } = await ask<Turns>('/v1/calls/heard/turns');
    expect(body.items.map(({ heardMs, heardBasis, heardCallerMs }) => [heardMs, heardBasis, heardCallerMs])).toEqual([
      [800, 'agent_playout', 1_000],
      [900, 'agent_playout', 1_400],
      [700, 'agent_playout', null],
      [null, '', 900],
      [800, 'agent_playout', 1_100],
    ]);
    expect(body.atCaller).toEqual({ turns: 3, medianDifferenceMs: 300 });
    const none = await ask<Turns>('/v1/calls/call-1/turns');
    expect(none.body.atCaller).toEqual({ turns: 0, medianDifferenceMs: null });
  });
});

describe('a room', () => {
  const told = (type: string, after: number, data: object) =>
    eventRow({
      call_id: 'roomed',
      event_id: `acme.roomed.webhook.livekit.${type}${after}`,
      type,
      producer_kind: 'webhook',
      producer_instance: 'livekit',
      seq: null,
      at: T0 + after,
      broker_at: T0 + after,
      payload: JSON.stringify({ data }),
    });

  it('has its comings and goings in the timeline, and its books in the audit', async () => {
    await store().insert(tables.sessions, [sessionRow({ call_id: 'roomed' })]);
    await store().insert(tables.events, [
      told('participant.joined', 1_000, { role: 'agent' }),
      told('participant.left', 30_000, { role: 'caller', reason: 'CLIENT_INITIATED' }),
      told('room.finished', 31_000, { room: {} }),
    ]);
    await store().insert(tables.books, [
      bookRow({ call_id: 'roomed', producer_kind: 'page', producer_instance: 'p1', state: 'open', published: null }),
    ]);
    const timeline = await ask<Timeline>('/v1/calls/roomed/timeline');
    expect(timeline.body.marks).toEqual([
      { kind: 'room', label: 'agent joined', atMs: 1_000 },
      { kind: 'room', label: 'caller left, CLIENT_INITIATED', atMs: 30_000 },
      { kind: 'room', label: 'room closed', atMs: 31_000 },
    ]);
    const audit = await ask<Audit>('/v1/calls/roomed/audit');
    expect(audit.body.books).toMatchObject([{ producer: 'page', instance: 'p1', state: 'open', published: null }]);
  });

  it('in which a caller waits is in no list before somebody was told, and can be looked at', async () => {
    const rows = [
      sessionRow({ call_id: 'w-begun', status: 'active', ended_at: null, waiting: true, listed: false }),
      sessionRow({ call_id: 'w-long', status: 'active', ended_at: null, waiting: true }),
      sessionRow({ call_id: 'w-linked', linked_to: 'w-job', listed: false }),
    ].map((row) => ({ ...row, tenant: 'waits', person_key: row.call_id }));
    await store().insert(tables.sessions, rows);
    const { body } = await ask<{ items: CallSummary[] }>('/v1/calls', { tenant: 'waits' });
    expect(body.items.map(({ callId, waiting }) => [callId, waiting])).toEqual([['w-long', true]]);
    const { body: leads } = await ask<{ items: { callId: string }[] }>('/v1/leads', { tenant: 'waits' });
    expect(leads.items.map(({ callId }) => callId)).toEqual(['w-long']);
    for (const call of ['w-begun', 'w-linked'])
      expect((await ask(`/v1/calls/${call}`, { tenant: 'waits' })).status).toBe(200);
  });
});
