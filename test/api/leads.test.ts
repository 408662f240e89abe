import { describe, expect, it } from 'vitest';
import type { CallPage, ErrorBody, LeadHistory, LeadPage, LeadSummary } from '../../api/types.ts';
import { tables } from '../../clickhouse/tables/index.ts';
import { alertRow, deliveryRow } from '../clickhouse/alert-rows.ts';
import { leadRow, resultRow, sessionRow, signalRow, T0 } from '../clickhouse/rows.ts';
import { apiRig } from './rig.ts';

const { ask, store } = apiRig();
const DAY = 86_400_000;
const MINUTE = 60_000;
const get = async <Body>(path: string, tenant: string, role: 'admin' | 'viewer' = 'admin') =>
  (await ask<Body>(path, { tenant, role })).body;
const peopleOf = ({ items }: LeadPage) => items.map(({ personKey }) => personKey);

const line = (signal: string, points: number, quote: string | null) => ({
  ...{ signal, value: 1, known: true, points, maxPoints: 25, rule: `1 → ${points}` },
  evidence: quote === null ? null : { eventId: 'e', itemId: 'i', quote },
});
const scored = (breakdown: object[]) =>
  JSON.stringify({
    ...{ version: 2, score: 84, points: 45, maxPoints: 95, tier: 'tier_1', hot: true, confidence: 'high', breakdown },
    ...{ parts: { intent: 40, firmographic: null }, nextStep: 'Call back today.' },
  });

describe('GET /v1/leads', () => {
  it('ranks people by score, then age, each once with the latest call, what it is worth and what to do', async () => {
    const tenant = 'ranked';
    const call = (call_id: string, person_key: string, ago: number, lead_score: number | null, more: object = {}) =>
      sessionRow({
        tenant,
        call_id,
        person_key,
        started_at: T0 - ago,
        ended_at: T0 - ago + 1_000,
        lead_score,
        ...more,
      });
    await store().insert(tables.sessions, [
      call('a1', 'ada', 3 * MINUTE, 20),
      call('a2', 'ada', 0, 84, { status: 'active', hot: true, tier: 'tier_1' }),
      call('b1', 'ben', MINUTE, 84),
      call('c1', 'cleo', 0, null),
      call('d1', 'dan', 2 * MINUTE, 10),
      call('a0', 'ada', 40 * DAY, 99),
    ]);
    await store().insert(tables.leads, [leadRow({ tenant, person_key: 'ada', phone: '' })]);
    await store().insert(tables.analysisResults, [
      resultRow({
        tenant,
        call_id: 'a2',
        confidence: 'high',
        result: scored([
          line('team_size', 15, 'we are seven'),
          line('budget_authority', 5, 'I ask my boss'),
          line('monthly_volume', 20, 'two hundred a month'),
          line('integration_needs', 0, 'nothing really'),
        ]),
      }),
    ]);
    await store().insert(tables.alerts, [alertRow({ tenant, call_id: 'a2', raised_at: T0 + 1 })]);
    await store().insert(tables.deliveries, [deliveryRow({ tenant, call_id: 'a2', requested_at: T0 + 2 })]);

    const page = await get<LeadPage>('/v1/leads', tenant);
    expect(peopleOf(page)).toEqual(['ada', 'ben', 'dan', 'cleo']);
    expect(page.items[0]).toEqual({
      personKey: 'ada',
      name: 'Ada',
      company: 'Acme',
      email: 'ada@example.com',
      phone: null,
      callId: 'a2',
      callAt: new Date(T0).toISOString(),
      calls: 3,
      onCall: true,
      score: 84,
      tier: 'tier_1',
      hot: true,
      confidence: 'high',
      points: [
        ['monthly_volume', 20, 'two hundred a month'] as const,
        ['team_size', 15, 'we are seven'] as const,
        ['budget_authority', 5, 'I ask my boss'] as const,
        ['integration_needs', 0, 'nothing really'] as const,
      ].map(([signal, points, quote]) => ({
        signal,
        value: 1,
        known: true,
        points,
        maxPoints: 25,
        itemId: 'i',
        quote,
      })),
      sum: { points: 45, maxPoints: 95 },
      nextStep: 'Call back today.',
      alert: { sentAt: new Date(T0 + 2).toISOString(), state: 'sent' },
      crmUrl: null,
    });
    expect(page.items[3]).toMatchObject({
      score: null,
      name: null,
      points: [],
      sum: null,
      nextStep: null,
      alert: null,
    });
    const unread = (await get<LeadPage>('/v1/leads', tenant, 'viewer')).items[0]?.points ?? [];
    expect(unread.map(({ points, quote }) => [points, quote])).toEqual([20, 15, 5, 0].map((points) => [points, null]));

    const paged: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const next: LeadPage = await get(`/v1/leads?limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`, tenant);
      paged.push(...peopleOf(next));
      cursor = next.nextCursor;
    }
    expect(paged).toEqual(['ada', 'ben', 'dan', 'cleo']);
  });
});

describe('GET /v1/leads/summary', () => {
  it('counts people by score and calls by how far they came', async () => {
    const tenant = 'summary';
    const scores = [null, 0, 9, 10, 84, 100];
    await store().insert(tables.sessions, [
      ...scores.map((lead_score, index) =>
        sessionRow({
          tenant,
          call_id: `c${index}`,
          person_key: `p${index}`,
          lead_score,
          tier: (lead_score ?? 0) > 50 ? 'tier_1' : 'tier_2',
          meetings: lead_score === 100 ? 2 : 0,
        }),
      ),
      sessionRow({ tenant, call_id: 'again', person_key: 'p1', started_at: T0 - MINUTE, lead_score: 50 }),
    ]);
    const body = await get<LeadSummary>('/v1/leads/summary', tenant);
    expect(body.histogram).toHaveLength(10);
    expect(body.histogram[0]).toEqual({ from: 0, to: 9, leads: 2 });
    expect(body.histogram.at(-1)).toEqual({ from: 90, to: 100, leads: 1 });
    expect(body.histogram.reduce((sum, { leads }) => sum + leads, 0)).toBe(5);
    expect(body.unscored).toBe(1);
    expect(body.funnel).toEqual([
      { stage: 'calls', calls: 7 },
      { stage: 'qualified', calls: 2 },
      { stage: 'meeting', calls: 1 },
    ]);
    for (const { stage, calls } of body.funnel) {
      const { items } = await get<CallPage>(`/v1/calls${stage === 'calls' ? '' : `?outcome=${stage}`}`, tenant);
      expect(items.length, `${stage} opens the calls that it counts`).toBe(calls);
    }
    expect(
      body.hotToday.map(({ personKey }) => personKey),
      'a score of 0 is not hot',
    ).toEqual(['p5', 'p4', 'p3', 'p2']);
    const none = await get<LeadSummary>('/v1/leads/summary', 'nobody');
    expect(none.funnel.map(({ calls }) => calls)).toEqual([0, 0, 0]);
    expect(none.hotToday).toEqual([]);
  });
});

describe('GET /v1/leads/{person}', () => {
  it('has all calls, newest first, with what changed between them', async () => {
    const tenant = 'history';
    await store().insert(tables.sessions, [
      sessionRow({ tenant, call_id: 'one', started_at: T0 - 40 * DAY, ended_at: T0 - 40 * DAY, lead_score: 20 }),
      sessionRow({ tenant, call_id: 'two', started_at: T0 - DAY, ended_at: T0 - DAY, lead_score: 40 }),
      sessionRow({ tenant, call_id: 'three' }),
      sessionRow({ tenant, call_id: 'other', person_key: 'somebody' }),
    ]);
    await store().insert(tables.leads, [leadRow({ tenant })]);
    const said = (call_id: string, name: string, value: unknown, place = 1) =>
      signalRow({ tenant, call_id, name, value: JSON.stringify(value), event_id: `${call_id}-${name}-${place}` });
    await store().insert(tables.signals, [
      said('one', 'team_size', 4),
      said('one', 'industry', 'legal'),
      said('two', 'team_size', 5),
      signalRow({ tenant, call_id: 'two', name: 'team_size', value: '7', event_id: 'later', at: T0 + 9 }),
      said('two', 'urgency', 'high'),
      said('three', 'team_size', 7),
      said('three', 'industry', null),
    ]);
    await store().insert(tables.analysisResults, [
      resultRow({ tenant, call_id: 'two', result: scored([line('team_size', 15, 'seven of us')]) }),
    ]);
    await store().insert(tables.alerts, [alertRow({ tenant, call_id: 'two' })]);
    const body = await get<LeadHistory>('/v1/leads/person-1', tenant);
    expect(body.lead).toMatchObject({ personKey: 'person-1', name: 'Ada', callId: 'three', calls: 3, score: null });
    expect(body.calls.map(({ call, score, changes }) => [call.callId, score?.score ?? null, changes])).toEqual([
      ['three', null, [{ signal: 'industry', before: 'legal', after: null }]],
      [
        'two',
        84,
        [
          { signal: 'team_size', before: 4, after: 7 },
          { signal: 'urgency', before: null, after: 'high' },
        ],
      ],
      ['one', null, []],
    ]);
    expect(body.calls[1]?.score?.breakdown[0]?.quote).toBe('seven of us');
    expect(body.alerts).toMatchObject([{ callId: 'two', rule: 'hot_lead', deliveries: [] }]);
    const silent = await get<LeadHistory>('/v1/leads/person-1', tenant, 'viewer');
    expect(silent.calls[1]?.score?.breakdown[0]?.quote).toBe(null);
  });

  it('is not found where nobody of that key called, also for another tenant', async () => {
    const tenant = 'mine';
    await store().insert(tables.sessions, [sessionRow({ tenant })]);
    for (const who of [
      { path: '/v1/leads/nobody', tenant },
      { path: '/v1/leads/person-1', tenant: 'other' },
    ]) {
      const { status, body } = await ask<ErrorBody>(who.path, { tenant: who.tenant });
      expect([status, body.error.code]).toEqual([404, 'not_found']);
    }
    expect((await get<LeadPage>('/v1/leads', 'other')).items).toEqual([]);
  });

  it('names the parameter at fault', async () => {
    for (const [path, field] of [
      ['/v1/leads?from=x', 'from'],
      ['/v1/leads?cursor=W10', 'cursor'],
      ['/v1/leads/summary?to=x', 'to'],
    ] as const) {
      const { status, body } = await ask<ErrorBody>(path);
      expect([status, body.error.field], path).toEqual([400, field]);
    }
  });
});
