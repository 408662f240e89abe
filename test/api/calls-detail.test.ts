import { beforeAll, describe, expect, it } from 'vitest';
import type {
  Alert,
  Audit,
  CallSummary,
  ErrorBody,
  RawEvent,
  Score,
  Signal,
  Timeline,
  ToolCall,
  TranscriptItem,
  Turn,
  Usage,
} from '../../api/types.ts';
import { tables } from '../../clickhouse/tables/index.ts';
import { alertRow, deliveryRow } from '../clickhouse/alert-rows.ts';
import { apiRig } from './rig.ts';
import { BEGAN, storeCall } from './stored-call.ts';

const { ask, store, readingsOf } = apiRig();
const QUOTE = 'we are seven people';
let tenant: string;
let path: string;

type Items<Item> = { items: Item[] };
const get = async <Body>(place: string, role: 'admin' | 'viewer' = 'admin') =>
  (await ask<Body>(`${path}${place}`, { tenant, role })).body;

beforeAll(async () => {
  const stored = await storeCall(store(), [
    [
      -5_000,
      'call.started',
      {
        startedAt: BEGAN,
        agent: { name: 'ava', version: '1.4.0' },
        sdk: { name: 'livekit-agents-js' },
        channel: 'web',
        region: 'eu',
        models: { llm: { provider: 'openai', model: 'gpt-4.1-mini' } },
        participant: { name: 'Ada', email: 'ada@example.com' },
      },
    ],
    [6_000, 'signal.recorded', { name: 'team_size', value: 4, itemId: 'i', quote: 'four of us' }],
    [7_000, 'signal.recorded', { name: 'team_size', value: 7, itemId: 'i', quote: QUOTE, replaced: 4 }],
    [8_000, 'meeting.booked', { customerName: 'A', customerEmail: 'e', preferredAt: 'p', success: true, link: null }],
    [9_000, 'error.raised', { source: 'tts', message: 'secret words', recoverable: true }],
  ]);
  tenant = stored.tenant;
  path = `/v1/calls/${stored.call}`;
  const own = { tenant, call_id: stored.call };
  await store().insert(tables.alerts, [alertRow({ ...own, raised_at: BEGAN + 7_500, cause_at: BEGAN + 7_000 })]);
  await store().insert(tables.deliveries, [
    deliveryRow({ ...own, attempt: 1, state: 'retrying', error: 'timeout', requested_at: BEGAN + 8_000 }),
    deliveryRow({ ...own, attempt: 2, state: 'sent', requested_at: BEGAN + 9_000, text: `Ada said: "${QUOTE}"` }),
  ]);
});

describe('a call', () => {
  it('has a head', async () => {
    expect(await get<CallSummary>('')).toMatchObject({
      who: { name: 'Ada', company: null },
      agent: 'ava',
      agentVersion: '1.4.0',
      models: { llm: 'gpt-4.1-mini', tts: 'eleven_turbo_v2_5' },
      region: 'eu',
      endReason: 'caller_hung_up',
      turns: 3,
      heard: { n: 3, excluded: 0 },
      tier: 'tier_1',
      hot: false,
    });
  });

  it('has turns whose parts sum to what was heard, with the cause of the wait', async () => {
    const { items } = await get<Items<Turn>>('/turns');
    expect(items.map(({ turn, excluded }) => [turn, excluded])).toEqual([
      [1, ''],
      [2, ''],
      [3, ''],
    ]);
    for (const { parts, heardMs } of items)
      expect(parts.reduce((sum, { durationMs }) => sum + durationMs, 0)).toBe(heardMs);
    expect(items[0]).toMatchObject({ heardBasis: 'agent_playout', toolCalls: 1, modelCalls: 2 });
    expect(items[0]?.parts.map(({ part }) => part)).toContain('tool');
    expect(items[0]?.cause, 'what is longer than the only tool ever').toBe(
      'longest part: waiting for the end of the turn, 385 ms of 1.2 s',
    );
  });

  it('has a transcript with the waits, and whoever reads it is written down', async () => {
    const { items } = await get<Items<TranscriptItem>>('/transcript');
    const { items: turns } = await get<Items<Turn>>('/turns');
    expect(items.map(({ role }) => role)).toContain('user');
    const answers = items.filter(({ heardMs }) => heardMs !== null);
    expect(answers.map(({ role, turn, heardMs }) => [role, turn, heardMs])).toEqual(
      turns.map(({ turn, heardMs }) => ['assistant', turn, heardMs]),
    );
    expect(await readingsOf(tenant, path.slice('/v1/calls/'.length))).toContain('transcript');
  });

  it('has a timeline of two lanes without words', async () => {
    const { durationMs, spans, marks } = await get<Timeline>('/timeline', 'viewer');
    expect(durationMs).toBe((await get<CallSummary>('')).durationMs);
    expect(new Set(spans.map(({ lane }) => lane))).toEqual(new Set(['caller', 'agent']));
    for (const { fromMs, toMs } of spans) expect(toMs).toBeGreaterThanOrEqual(fromMs);
    expect(spans.some(({ lane, turn }) => lane === 'agent' && turn === 1)).toBe(true);
    for (const { turn, heardMs } of (await get<Items<Turn>>('/turns')).items) {
      const own = spans.filter((span) => span.turn === turn);
      const asked = own.findLast(({ lane }) => lane === 'caller');
      const answer = own.find(({ lane }) => lane === 'agent');
      expect(
        (answer?.fromMs ?? 0) - (asked?.toMs ?? 0),
        `the wait of turn ${turn} is as long as its number`,
      ).toBeCloseTo(heardMs ?? -1, 6);
    }
    expect(marks.filter(({ kind }) => kind !== 'tool')).toEqual([
      { kind: 'signal', atMs: 6_000, label: 'team_size' },
      { kind: 'signal', atMs: 7_000, label: 'team_size' },
      { kind: 'alert', atMs: 7_500, label: 'hot_lead' },
      { kind: 'error', atMs: 9_000, label: 'tts' },
    ]);
    expect(marks.find(({ kind }) => kind === 'tool')?.label).toBe('checkTable');
  });

  it('has signals and a score; the words of them are for those who may read them', async () => {
    const at = (afterMs: number) => new Date(BEGAN + afterMs).toISOString();
    const { items } = await get<Items<Signal>>('/signals');
    expect(items).toEqual([
      { name: 'team_size', value: 4, at: at(6_000), itemId: 'i', quote: 'four of us', current: false },
      { name: 'team_size', value: 7, replaced: 4, at: at(7_000), itemId: 'i', quote: QUOTE, current: true },
    ]);
    const score = await get<Score>('/score');
    expect(score).toMatchObject({ score: 16, points: 15, maxPoints: 95, tier: 'tier_1', hot: false, engine: 'rules' });
    expect(score.nextStep).toMatch(/\.$/);
    expect(score.breakdown.reduce((sum, { points }) => sum + points, 0)).toBe(15);
    expect(score.breakdown[0]).toMatchObject({ signal: 'team_size', known: true, points: 15, quote: QUOTE });

    const silent = await get<Items<Signal>>('/signals', 'viewer');
    expect(silent.items.map(({ value, quote }) => [value, quote])).toEqual([
      [4, null],
      [7, null],
    ]);
    expect((await get<Score>('/score', 'viewer')).breakdown.map(({ quote }) => quote)).toEqual(Array(5).fill(null));
  });

  it('has its alert with every attempt', async () => {
    const quotesRead = async () =>
      (await readingsOf(tenant, path.slice('/v1/calls/'.length))).filter((what) => what === 'quotes').length;
    const before = await quotesRead();
    const { items } = await get<Items<Alert>>('/alerts');
    expect(items).toMatchObject([
      {
        rule: 'hot_lead',
        kind: 'alert',
        delayMs: 1_000,
        text: `Ada said: "${QUOTE}"`,
        deliveries: [
          { attempt: 1, state: 'retrying', error: 'timeout' },
          { attempt: 2, state: 'sent', error: null },
        ],
      },
    ]);
    expect(await quotesRead()).toBe(before + 1);
    const [silent] = (await get<Items<Alert>>('/alerts', 'viewer')).items;
    expect(silent?.text).toBe('Score 84, tier 1. Call back today.');
    expect(await quotesRead(), 'no words, no reading').toBe(before + 1);
  });

  it('has tools, usage and books', async () => {
    const { items: tools } = await get<Items<ToolCall>>('/tools');
    expect(tools).toMatchObject([{ name: 'checkTable', isError: false, turn: 1 }]);
    const { items: usage } = await get<Items<Usage>>('/usage');
    expect(usage.find(({ kind }) => kind === 'llm')).toMatchObject({
      model: 'gpt-4.1-mini',
      requests: 4,
      reported: { inputTokens: 1284 },
      believed: { inputTokens: 1284, outputTokens: 180 },
    });
    const audit = await get<Audit>('/audit');
    expect(audit.books).toContainEqual(expect.objectContaining({ producer: 'collector', instance: 'own', stored: 5 }));
    expect(audit).toMatchObject({ late: 0, quarantined: [] });
  });

  it('has its raw events, page by page, each once', async () => {
    const ids: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Items<RawEvent> & { nextCursor: string | null } = await get(
        `/events?limit=25${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      ids.push(...page.items.map(({ eventId }) => eventId));
      cursor = page.nextCursor;
    }
    expect(ids.length).toBeGreaterThan(50);
    expect(new Set(ids).size).toBe(ids.length);
    const { items } = await get<Items<RawEvent>>('/events?limit=1');
    expect(items[0]).toMatchObject({ type: 'call.started', event: { data: { channel: 'web' } } });
  });

  it('shows words to those only who have the right', async () => {
    for (const place of ['/transcript', '/tools', '/events']) {
      const { status, body } = await ask<ErrorBody>(`${path}${place}`, { tenant, role: 'viewer' });
      expect([status, body.error.code], place).toEqual([403, 'forbidden']);
    }
    expect((await ask<ErrorBody>(`${path}/events?cursor=e30`, { tenant })).body.error.field).toBe('cursor');
  });
});
