import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openHttpKnowledge } from '../../agent/knowledge/http.ts';
import { startService } from '../tools/service.ts';

const HIT = { title: 'Trial', text: 'Fourteen days.', source: 'pricing.md#trial', category: 'pricing', score: 3.2 };

let service: Awaited<ReturnType<typeof startService>>;
beforeAll(async () => void (service = await startService(() => ({}))));
beforeEach(() => {
  service.asked.length = 0;
  service.respond(() => ({ body: { results: [HIT] } }));
});
afterAll(() => service.stop());

const open = (more: object = {}) => openHttpKnowledge({ url: `${service.url}/search`, ...more });

describe('a search service', () => {
  it('is asked by POST, with its headers', async () => {
    const knowledge = open({ headers: { authorization: 'Bearer secret' }, categories: ['pricing'] });
    expect(knowledge.categories).toEqual(['pricing']);
    expect(await knowledge.search('free trial', { category: 'pricing', limit: 2 })).toEqual([HIT]);
    expect(service.asked).toMatchObject([
      {
        method: 'POST',
        path: '/search',
        headers: { authorization: 'Bearer secret' },
        body: { query: 'free trial', category: 'pricing', limit: 2 },
      },
    ]);
  });

  it('is asked by GET, when it wants that', async () => {
    await openHttpKnowledge({ url: `${service.url}/search?site=help`, method: 'GET' }).search('free trial & more');
    expect(Object.fromEntries(service.asked[0]?.query ?? [])).toEqual({
      site: 'help',
      query: 'free trial & more',
      limit: '3',
    });
  });

  it('gives no more than was asked for, and texts that a model can read', async () => {
    service.respond(() => ({
      body: { results: Array.from({ length: 9 }, () => ({ ...HIT, text: 'x'.repeat(9_000) })) },
    }));
    const hits = await open().search('trial', { limit: 2 });
    expect(hits.map(({ text }) => text.length)).toEqual([4_000, 4_000]);
  });

  it('may know nothing', async () => {
    service.respond(() => ({ body: { results: [] } }));
    expect(await open().search('fax')).toEqual([]);
  });

  it.each([
    ['is slow', 'hang' as const, { code: 'service_slow', message: 'gave no answer within 150 ms' }],
    ['fails', { status: 500, body: { secret: 'stack' } }, { code: 'service_failed', message: 'answered 500' }],
    ['sends elsewhere', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, { code: 'service_failed' }],
    [
      'answers in another form',
      { body: { results: [{ ...HIT, score: 'high' }] } },
      { code: 'service_answer', message: expect.stringContaining('results.0.score') },
    ],
    ['answers no JSON', { body: '<html>' }, { code: 'service_answer' }],
    ['answers too much', { body: `"${'x'.repeat(1_100_000)}"` }, { code: 'service_answer' }],
  ])('that %s is named, without what the caller asked', async (_how, answer, problem) => {
    service.respond(() => answer);
    const failure = await open({ timeoutMs: 150 })
      .search('a private question')
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ problem: { field: service.url, ...problem } });
    expect(String(failure)).not.toContain('private');
  });

  it('that is not there is named', async () => {
    const gone = await startService(() => ({}));
    await gone.stop();
    await expect(openHttpKnowledge({ url: gone.url }).search('trial')).rejects.toMatchObject({
      problem: { code: 'service_unreachable', message: expect.stringContaining('ECONNREFUSED') },
    });
  });

  it('is not waited for when nobody wants its answer any more', async () => {
    service.respond(() => 'hang');
    const over = new AbortController();
    const search = open().search('trial', { signal: over.signal });
    over.abort(new Error('interrupted'));
    await expect(search).rejects.toThrow('interrupted');
  });

  it('must be reached safely', () => {
    expect(() => openHttpKnowledge({ url: 'http://search.example' })).toThrow(/https/);
  });
});
