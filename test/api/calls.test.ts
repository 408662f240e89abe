import { describe, expect, it } from 'vitest';
import type { CallPage, CallSummary, ErrorBody, Facets } from '../../api/types.ts';
import { tables } from '../../clickhouse/tables/index.ts';
import { leadRow, sessionRow, T0, transcriptRow, turnRow } from '../clickhouse/rows.ts';
import { apiRig } from './rig.ts';

const { ask, store, readingsOf } = apiRig();
const MINUTE = 60_000;
const idsOf = ({ body }: { body: CallPage }) => body.items.map(({ callId }) => callId);

describe('GET /v1/calls', () => {
  it('shows what is known of each call, newest first', async () => {
    const tenant = 'shows';
    await store().insert(tables.sessions, [
      sessionRow({ tenant, call_id: 'old', started_at: T0 - MINUTE }),
      sessionRow({
        tenant,
        call_id: 'new',
        llm_model: 'gpt-4.1-mini',
        region: 'eu',
        lead_score: 84,
        hot: true,
        cost: 0.25,
        cost_currency: 'USD',
        tier: 'tier_1',
        emulated: ['openai'],
      }),
    ]);
    await store().insert(tables.leads, [leadRow({ tenant, name: 'Ada', company: '' })]);
    const heard = [300, 100, 200].map((heard_ms, turn) =>
      turnRow({ tenant, call_id: 'new', turn, heard_ms, heard_basis: 'agent_playout' }),
    );
    await store().insert(tables.turns, [
      ...heard,
      turnRow({ tenant, call_id: 'new', turn: 3, heard_ms: 9, heard_basis: 'modelled' }),
      turnRow({ tenant, call_id: 'new', turn: 4, excluded: 'no_anchor' }),
    ]);
    const { body } = await ask<CallPage>('/v1/calls', { tenant });
    expect(body.items.map(({ callId }) => callId)).toEqual(['new', 'old']);
    expect(body.items[0]).toEqual({
      callId: 'new',
      who: { personKey: 'person-1', name: 'Ada', company: null },
      agent: 'ava',
      agentVersion: '',
      channel: 'web',
      region: 'eu',
      models: { stt: '', llm: 'gpt-4.1-mini', tts: '' },
      status: 'ended',
      waiting: false,
      startedAt: new Date(T0).toISOString(),
      endedAt: new Date(T0 + MINUTE).toISOString(),
      durationMs: MINUTE,
      endReason: 'caller_hung_up',
      endedBy: 'caller',
      turns: 3,
      heard: { n: 3, excluded: 1, p50Ms: 200, p95Ms: 290, p99Ms: 298, maxMs: 300 },
      score: 84,
      tier: 'tier_1',
      hot: true,
      cost: { amount: 0.25, currency: 'USD' },
      interruptions: 0,
      errors: 0,
      fallbacks: 0,
      complete: true,
      cutOff: false,
      emulated: ['openai'],
    });
    expect(body.items[1]?.heard, 'unknown is not zero').toEqual({
      ...{ n: 0, excluded: 0, p50Ms: null, p95Ms: null, p99Ms: null, maxMs: null },
    });
  });

  it('comes in pages that neither repeat nor leave out a call, in every order', async () => {
    const tenant = 'pages';
    const many = Array.from({ length: 7 }, (_, index) =>
      sessionRow({
        tenant,
        call_id: `call-${index}`,
        started_at: T0 - Math.floor(index / 2) * MINUTE,
        duration_ms: index === 3 ? null : index * 1_000,
        lead_score: index % 3 === 0 ? null : 50,
        ...(index > 4 && { cost: 7 - index, cost_currency: 'USD' }),
      }),
    );
    await store().insert(tables.sessions, many);
    await store().insert(
      tables.turns,
      [0, 2, 4, 6].map((index) =>
        turnRow({ tenant, call_id: `call-${index}`, heard_ms: index === 4 ? 200 : 100, heard_basis: 'agent_playout' }),
      ),
    );
    for (const sort of ['newest', 'oldest', 'longest', 'slowest', 'dearest', 'score']) {
      const whole = idsOf(await ask<CallPage>(`/v1/calls?sort=${sort}`, { tenant }));
      expect(new Set(whole).size).toBe(7);
      const paged: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
        const page = await ask<CallPage>(`/v1/calls?sort=${sort}&limit=3${after}`, { tenant });
        paged.push(...idsOf(page));
        cursor = page.body.nextCursor;
      }
      expect(paged, sort).toEqual(whole);
    }
    expect(idsOf(await ask<CallPage>('/v1/calls?sort=longest', { tenant })).slice(0, 2)).toEqual(['call-6', 'call-5']);
    expect(idsOf(await ask<CallPage>('/v1/calls?sort=longest', { tenant })).at(-1)).toBe('call-3');
    expect(idsOf(await ask<CallPage>('/v1/calls?sort=dearest', { tenant })).slice(0, 2)).toEqual(['call-5', 'call-6']);
  });

  it('can begin with the call of the slowest turn, within the filters; calls without a heard turn come last', async () => {
    const tenant = 'slowest';
    const calls = ['quick', 'slow', 'middle', 'unheard', 'excluded', 'modelled', 'replaced', 'early'];
    await store().insert(tables.sessions, [
      ...calls.map((call_id) => sessionRow({ tenant, call_id, agent_name: call_id === 'slow' ? 'ben' : 'ava' })),
      sessionRow({ tenant, call_id: 'replaced', version: 2 }),
      sessionRow({ tenant, call_id: 'early', started_at: T0 - 30 * 60 * MINUTE }),
    ]);
    const heard = (call_id: string, turn: number, heard_ms: number, more: object = {}) =>
      turnRow({ tenant, call_id, turn, heard_ms, heard_basis: 'agent_playout', ...more });
    await store().insert(tables.turns, [
      ...[heard('quick', 1, 100), heard('quick', 2, 120), heard('slow', 1, 900), heard('slow', 2, 90)],
      ...[heard('middle', 1, 500), heard('middle', 2, 400), turnRow({ tenant, call_id: 'unheard' })],
      heard('excluded', 1, 5_000, { excluded: 'quarantined' }),
      heard('modelled', 1, 6_000, { heard_basis: 'modelled' }),
      heard('replaced', 1, 300, { version: 2 }),
      heard('early', 1, 8_000, { started_at: T0 - 30 * 60 * MINUTE }),
      heard('early', 2, 200),
    ]);
    await store().insert(tables.turns, [heard('replaced', 2, 7_000)]);
    const found = async (query: string) => idsOf(await ask<CallPage>(`/v1/calls?sort=slowest${query}`, { tenant }));
    const measured = ['slow', 'middle', 'replaced', 'early', 'quick'];
    const all = await found('');
    expect(all.slice(0, 5)).toEqual(measured);
    expect(all.slice(5).toSorted(), 'unknown is not zero, and bases are never mixed').toEqual([
      'excluded',
      'modelled',
      'unheard',
    ]);
    expect((await found('&agent=ava')).slice(0, 4)).toEqual(['middle', 'replaced', 'early', 'quick']);
    expect((await found('&from=-40h'))[0], 'the turns of the range count').toBe('early');
    expect(await found('&q=nothing')).toEqual([]);
    const { nextCursor } = (await ask<CallPage>('/v1/calls?sort=slowest&limit=1', { tenant })).body;
    const other = await ask<ErrorBody>(`/v1/calls?sort=score&cursor=${nextCursor}`, { tenant });
    expect([other.status, other.body.error.code]).toEqual([400, 'bad_cursor']);
  });

  it('filters by all that the filter bar has, by status and badge', async () => {
    const tenant = 'filters';
    const own = {
      tenant,
      agent_name: 'ben',
      agent_version: '2',
      channel: 'phone_inbound',
      llm_model: 'm',
      region: 'us',
    };
    await store().insert(tables.sessions, [
      sessionRow({ ...own, call_id: 'own' }),
      sessionRow({ tenant, call_id: 'open', status: 'active', ended_at: null, complete: false }),
      sessionRow({
        tenant,
        call_id: 'gone',
        status: 'active',
        ended_at: null,
        started_at: T0 - 9e7,
        last_event_at: T0 - 9e7,
      }),
      sessionRow({ tenant, call_id: 'bad', complete: false, errors: 1, cut_off: true, end_reason: 'agent_lost' }),
      sessionRow({ tenant, call_id: 'hot', hot: true }),
      sessionRow({ tenant, call_id: 'past', started_at: T0 - 48 * 60 * MINUTE, ended_at: T0 - 47 * 60 * MINUTE }),
    ]);
    const found = async (query: string) => idsOf(await ask<CallPage>(`/v1/calls?${query}`, { tenant })).toSorted();
    for (const query of ['agent=ben', 'version=2', 'channel=phone_inbound', 'model=m', 'region=us'])
      expect(await found(query), query).toEqual(['own']);
    expect(await found('')).toEqual(['bad', 'hot', 'open', 'own']);
    expect(await found('status=active')).toEqual(['open']);
    expect(await found('badge=incomplete')).toEqual(['bad']);
    expect(await found('badge=errors')).toEqual(['bad']);
    expect(await found('badge=cut_off')).toEqual(['bad']);
    expect(await found('badge=agent_lost')).toEqual(['bad']);
    expect(await found('badge=hot')).toEqual(['hot']);
    expect(await found('from=-3d&to=-1d'), 'also one that was given up long ago').toEqual(['gone', 'past']);
    const edge = new Date(T0 + MINUTE / 2).toISOString();
    expect(await found(`from=${edge}&agent=ben`), 'it still went on then').toEqual(['own']);
    expect(await found(`from=-2h&to=${new Date(T0).toISOString()}`)).toEqual([]);
  });

  it('counts the newest reading of a call only', async () => {
    const tenant = 'newest';
    await store().insert(tables.sessions, [sessionRow({ tenant, version: 5, agent_name: 'right' })]);
    await store().insert(tables.sessions, [sessionRow({ tenant, version: 4, agent_name: 'wrong' })]);
    await store().insert(tables.turns, [turnRow({ tenant, version: 5, heard_ms: 1, heard_basis: 'agent_playout' })]);
    await store().insert(tables.turns, [
      turnRow({ tenant, version: 4, heard_ms: 7, heard_basis: 'agent_playout' }),
      turnRow({ tenant, version: 4, turn: 2, heard_ms: 8, heard_basis: 'agent_playout' }),
    ]);
    const { body } = await ask<CallPage>('/v1/calls', { tenant });
    expect(body.items).toMatchObject([{ agent: 'right', heard: { n: 1, maxMs: 1 } }]);
    expect(idsOf(await ask<CallPage>('/v1/calls?agent=wrong', { tenant }))).toEqual([]);
  });
});

describe('a search over what was said', () => {
  const tenant = 'search';

  it('finds items that have all words, in any case, and logs each call that it shows', async () => {
    const said = (call_id: string, item_id: string, text: string) =>
      transcriptRow({ tenant, call_id, item_id, event_id: `${tenant}.${call_id}.collector.a.${item_id}`, text });
    await store().insert(tables.sessions, [
      sessionRow({ tenant, call_id: 'a' }),
      sessionRow({ tenant, call_id: 'b', started_at: T0 - 1 }),
    ]);
    const long = `${'well '.repeat(60)}we use Salesforce and send ÜBER contracts ${'indeed '.repeat(60)}`;
    await store().insert(tables.transcripts, [
      said('a', 'i1', 'hello there'),
      said('a', 'i2', long),
      said('b', 'i3', 'we use nothing, salesforce is too dear'),
    ]);
    const { body } = await ask<CallPage>(`/v1/calls?q=${encodeURIComponent('SALESFORCE über')}`, { tenant });
    expect(body.items).toMatchObject([{ callId: 'a', found: { itemId: 'i2' } }]);
    const snippet = body.items[0]?.found?.snippet ?? '';
    expect(snippet).toMatch(/^….*we use Salesforce and send ÜBER contracts.*…$/);
    expect(snippet.length).toBeLessThan(200);
    expect([await readingsOf(tenant, 'a'), await readingsOf(tenant, 'b')]).toEqual([['search'], []]);
    expect(idsOf(await ask<CallPage>('/v1/calls?q=salesforce&limit=1', { tenant }))).toEqual(['a']);
    expect(idsOf(await ask<CallPage>('/v1/calls?q=100%25', { tenant })), 'no wildcard').toEqual([]);
  });

  it('needs the right to read transcripts', async () => {
    const refused = await ask<ErrorBody>('/v1/calls?q=salesforce', { tenant, role: 'viewer' });
    expect([refused.status, refused.body.error.code]).toEqual([403, 'forbidden']);
    expect((await ask('/v1/calls', { tenant, role: 'viewer' })).status).toBe(200);
  });
});

describe('a request that cannot be answered', () => {
  it('names the parameter at fault', async () => {
    const fieldOf = async (query: string) => {
      const { status, body } = await ask<ErrorBody>(`/v1/calls?${query}`);
      return [status, body.error.code, body.error.field];
    };
    expect(await fieldOf('from=yesterday')).toEqual([400, 'bad_parameter', 'from']);
    expect(await fieldOf('from=-1h&to=-2h')).toEqual([400, 'bad_parameter', 'from']);
    expect(await fieldOf('to=-999999d')).toEqual([400, 'bad_parameter', 'to']);
    expect(await fieldOf('limit=0')).toEqual([400, 'bad_parameter', 'limit']);
    expect(await fieldOf('limit=501')).toEqual([400, 'bad_parameter', 'limit']);
    expect(await fieldOf('badge=nice')).toEqual([400, 'bad_parameter', 'badge']);
    expect(await fieldOf('channel=pigeon')).toEqual([400, 'bad_parameter', 'channel']);
    expect(await fieldOf('cursor=xyz')).toEqual([400, 'bad_cursor', 'cursor']);
    const ofAnotherOrder = Buffer.from(JSON.stringify(['score', 1, 'c'])).toString('base64url');
    expect(await fieldOf(`cursor=${ofAnotherOrder}`)).toEqual([400, 'bad_cursor', 'cursor']);
  });

  it('reads the same for a call that is not there and for one of another tenant', async () => {
    const tenant = 'mine';
    await store().insert(tables.sessions, [sessionRow({ tenant, call_id: 'secret' })]);
    expect((await ask<CallSummary>('/v1/calls/secret', { tenant })).body.callId).toBe('secret');
    const places = ['', '/transcript', '/turns', '/timeline', '/signals', '/score', '/tools', '/usage', '/alerts'];
    for (const place of [...places, '/audit', '/events']) {
      const [foreign, none] = await Promise.all([
        ask<ErrorBody>(`/v1/calls/secret${place}`, { tenant: 'other' }),
        ask<ErrorBody>(`/v1/calls/nowhere${place}`, { tenant }),
      ]);
      expect([foreign.status, none.status], place).toEqual([404, 404]);
      expect(foreign.body.error.message).toBe(none.body.error.message);
    }
    expect((await ask<CallPage>('/v1/calls', { tenant: 'other' })).body.items).toEqual([]);
  });
});

describe('GET /v1/facets', () => {
  it('says what the calls of a range have, whatever is filtered already', async () => {
    const tenant = 'facets';
    await store().insert(tables.sessions, [
      sessionRow({ tenant, call_id: 'a', agent_name: 'ben', agent_version: '2', llm_model: 'm', region: 'us' }),
      sessionRow({ tenant, call_id: 'b', channel: 'phone_inbound' }),
      sessionRow({ tenant, call_id: 'c', agent_name: 'old', started_at: T0 - 9e7, ended_at: T0 - 8.9e7 }),
    ]);
    const { body } = await ask<Facets>('/v1/facets?from=-2h&agent=ben', { tenant });
    expect(body).toEqual({
      agents: ['ava', 'ben'],
      versions: ['2'],
      channels: ['phone_inbound', 'web'],
      models: ['m'],
      regions: ['us'],
    });
    expect((await ask<Facets>('/v1/facets', { tenant: 'nobody' })).body.agents).toEqual([]);
  });
});
