import { beforeAll, describe, expect, it, vi } from 'vitest';
import { analysisBucket, type CurrentAnalysis } from '../../events/analysis.ts';
import { withoutWords } from '../../api/read/analysis/without-words.ts';
import type { Analysis, ErrorBody } from '../../api/types.ts';
import { tables } from '../../clickhouse/tables/index.ts';
import { sessionRow } from '../clickhouse/rows.ts';
import { CONVERSATION } from '../worker/spoken-call.ts';
import { RULES_VERSION } from '../../analytics-worker/analysis/stored/analyse.ts';
import { foundIn, modelRow, PROMPT_VERSION, SPENT, storeAnalysed } from './analysed-call.ts';
import { apiRig } from './rig.ts';

type Item = Analysis['items'][number];
type ItemOf<Name extends Item['analyser']> = Extract<Item, { analyser: Name }>;

const { ask, store, connect, readingsOf } = apiRig();
const AGAIN_AT = Date.now() + 600_000;

describe('a result without what was said', () => {
  it('keeps numbers, kinds and places; of a text that is not known to be ours nothing is left', () => {
    const result = {
      signals: { team_size: { value: 12, evidence: [{ item: 2, item_id: 'i2', quote: 'we are twelve' }] } },
      pains: { value: ['letters get lost', 'slow'], note: 'a field of tomorrow' },
      objections: [{ type: 'price', resolved: false, resolution: null, quote: 'too dear' }],
      queries: ['what does it cost'],
    };
    expect(withoutWords(result)).toEqual({
      signals: { team_size: { value: 12, evidence: [{ item: 2, item_id: 'i2', quote: null }] } },
      pains: { value: ['slow'], note: null },
      objections: [{ type: 'price', resolved: false, resolution: null, quote: null }],
      queries: [],
    });
  });
});

describe('the analysis of a call', () => {
  const place = (call: string) => ({ tenant: 'acme', call });
  const get = async (call: string, query = '', role: 'admin' | 'viewer' = 'admin') =>
    (await ask<Analysis>(`/v1/calls/${call}/analysis${query}`, { role })).body;
  const names = ({ items }: Analysis) => items.map(({ analyser, engine, version }) => [analyser, engine, version]);
  const itemOf = <Name extends Item['analyser']>({ items }: Analysis, name: Name): ItemOf<Name> | undefined =>
    items.find((one): one is ItemOf<Name> => one.analyser === name);

  beforeAll(async () => {
    const found = await foundIn(CONVERSATION);
    await Promise.all([
      storeAnalysed(store(), place('both'), { model: modelRow({ ...found, competitors: [] }) }),
      storeAnalysed(store(), place('rules')),
      storeAnalysed(store(), place('waiting'), {
        model: modelRow(null, {
          ...{ state: 'waiting', failures: 1, asked_again_at: AGAIN_AT, spent: null },
          asked: { ...modelRow(null).asked, why: { reason: 'failed', message: 'the endpoint answered 503' } },
        }),
      }),
      storeAnalysed(store(), place('on'), { ended: false }),
      storeAnalysed(store(), place('other')),
    ]);
    await store().insert(tables.sessions, [sessionRow({ call_id: 'early' })]);
    const row = { tenant: 'acme', call_id: 'other', version: 1, confidence: 'high', engine: 'rules' } as const;
    await store().insert(tables.analysisResults, [
      { ...row, analyser: 'lead', analyser_version: 9, result: '{"lead":{"points_of_tomorrow":1}}' },
      { ...row, analyser: 'findings', analyser_version: 9, engine: 'llm', result: '{"state":"dreaming"}' },
      { ...row, analyser: 'weather', analyser_version: 1, result: '{}' },
    ]);
  });

  it('has of each analyser what counts, with the words, where they are, and which others there are', async () => {
    const analysis = await get('both');
    expect(analysis.state).toBe('analysed');
    expect(names(analysis)).toEqual(
      [
        ...['summary', 'lead', 'objections', 'action_items', 'sales'],
        ...['sentiment', 'quality', 'content_gaps', 'performance'],
      ].map((name) => [name, 'llm', PROMPT_VERSION]),
    );
    for (const { others } of analysis.items) expect(others).toEqual([{ version: RULES_VERSION, engine: 'rules' }]);
    expect(itemOf(analysis, 'objections')?.result.objections).toMatchObject([
      {
        ...{ type: 'price', resolved: true, item: 6, item_id: 'item_6' },
        resolution: { quote: 'okay', item_id: 'item_8' },
      },
    ]);
    expect(itemOf(analysis, 'summary')?.result).toMatchObject({ outcome: 'follow_up', summary: { qualified: true } });
    expect(itemOf(analysis, 'action_items')?.result.action_items).toMatchObject([{ owner: 'agent', due: 'friday' }]);
    expect(analysis.model).toEqual({
      ...{ state: 'answered', provider: 'openai', name: 'gpt-4.1-mini', version: PROMPT_VERSION, askedAgainAt: null },
      ...{ spent: SPENT, usage: { input: 5_100, cachedInput: 0, output: 850 }, why: null },
      ...{ dropped: { unknown_quote: 2 }, warnings: [] },
    });
  });

  it('has the others when they are asked for, and nothing where there are none', async () => {
    const rules = await get('both', '?engine=rules');
    expect(new Set(rules.items.map(({ engine }) => engine))).toEqual(new Set(['rules']));
    expect(itemOf(rules, 'objections')?.result.competitors).toMatchObject([{ name: 'docusign' }]);
    expect(itemOf(await get('both'), 'objections')?.result.competitors).toEqual([]);
    expect(names(await get('both', `?engine=rules&version=${RULES_VERSION}`)).map(([, engine]) => engine)).toEqual(
      Array(9).fill('rules'),
    );
    expect(await get('both', `?version=${RULES_VERSION + 1}`)).toMatchObject({ state: 'analysed', items: [] });
    const wrong = await ask<ErrorBody>('/v1/calls/both/analysis?engine=oracle');
    expect([wrong.status, wrong.body.error.field]).toEqual([400, 'engine']);
    expect((await ask<ErrorBody>('/v1/calls/both/analysis?version=0')).body.error.field).toBe('version');
  });

  it('has what the tenant has set, as soon as that is set', async () => {
    const nc = await connect();
    const kv = await nc.jetstream().views.kv(analysisBucket.name, { bindOnly: true });
    await kv.put('acme', JSON.stringify({ engine: 'rules', versions: {} } satisfies CurrentAnalysis));
    await vi.waitFor(async () => expect((await get('both')).items[0]?.engine).toBe('rules'));
    await kv.delete('acme');
    await vi.waitFor(async () => expect((await get('both')).items[0]?.engine).toBe('llm'));
    await nc.close();
  });

  it('says so of a call that goes on, of one that nobody analysed, and of one that is not there', async () => {
    expect(await get('on')).toEqual({ state: 'goes_on', items: [], unreadable: [], model: null });
    expect(await get('early')).toEqual({ state: 'not_analysed', items: [], unreadable: [], model: null });
    expect((await ask<ErrorBody>('/v1/calls/nobody/analysis')).status).toBe(404);
    expect((await ask<ErrorBody>('/v1/calls/both/analysis', { tenant: 'other' })).status).toBe(404);
  });

  it('says that the model was away and when it is asked again; until then the rules count', async () => {
    const analysis = await get('waiting');
    expect(analysis.items[0]).toMatchObject({ engine: 'rules', others: [] });
    expect(analysis.model).toMatchObject({
      ...{ state: 'waiting', askedAgainAt: new Date(AGAIN_AT).toISOString(), spent: null },
      why: { reason: 'failed', message: 'the endpoint answered 503' },
    });
    expect((await get('rules')).model).toBeNull();
  });

  it('names a result whose form it does not know, and the others stand; an unknown analyser is none of it', async () => {
    const analysis = await get('other');
    expect(analysis.unreadable).toEqual([{ analyser: 'lead', version: 9, engine: 'rules' }]);
    expect(analysis.model).toBeNull();
    expect(analysis.items).toHaveLength(8);
    expect((await get('other', `?version=${RULES_VERSION}`)).items).toHaveLength(9);
  });

  it('gives nothing that was said to who may not read it; who reads it is written down', async () => {
    const readings = async () => (await readingsOf('acme', 'both')).filter((what) => what === 'quotes').length;
    const before = await readings();
    const analysis = await get('both', '', 'viewer');
    expect(await readings(), 'no words, no reading').toBe(before);
    expect(analysis.items).toHaveLength(9);
    expect(JSON.stringify(analysis)).not.toMatch(/"(quote|text|action|due|topic|about)":"/);
    for (const word of ['friday', 'twelve', 'expensive', 'docu sign', 'okay'])
      expect(JSON.stringify(analysis).toLowerCase(), word).not.toContain(word);
    expect(itemOf(analysis, 'objections')?.result.objections).toMatchObject([
      { type: 'price', resolved: true, quote: null, item_id: 'item_6', resolution: { quote: null } },
    ]);
    expect(itemOf(analysis, 'sales')?.result.signals['team_size']).toMatchObject({ value: 12 });
    await get('both');
    expect(await readings()).toBe(before + 1);
  });
});
