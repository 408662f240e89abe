import { z } from 'zod';
import { startApi, type TestApi } from '../harness/api.ts';
import { noBrowser } from '../harness/browser.ts';
import { startNats } from '../harness/nats.ts';
import { startStore } from '../harness/store.ts';
import { provisionBroker } from '../harness/worker.ts';
import { quantile } from './stats.ts';
import { firstViews, type Viewed } from './view-pages.ts';
import { seedMonth } from './view-seed.ts';

/** What the pages of the dashboard ask for when they are opened. */
const VIEWS: Record<string, string[]> = {
  calls: ['/v1/calls', '/v1/facets'],
  search: ['/v1/calls?q=877%20salesforce'],
  latency: [
    ...['/v1/latency', '/v1/latency/series', '/v1/latency/parts', '/v1/latency/slices', '/v1/latency/slowest?limit=20'],
    '/v1/facets',
  ],
  leads: ['/v1/leads', '/v1/leads/summary', '/v1/facets'],
};
const TENANT = 'bench';
/** They have a million turns. */
const CALLS = 70_000;
const QUICK_CALLS = 7_000;
const ROUNDS = 15;
/** How often each page is opened in a browser. */
const OPENS = 10;
const QUICK_OPENS = 3;
const RANGES = ['-24h', '-7d', '-30d'];

/** How long does the first view of each page take with a month of calls in the local store? */
export async function view({ quick }: { quick: boolean }): Promise<void> {
  const [nats, testStore] = await Promise.all([startNats(), startStore()]);
  await provisionBroker(nats);
  const api = await startApi({ nats, store: testStore });
  try {
    const key = await api.key({ tenant: TENANT });
    const calls = quick ? QUICK_CALLS : CALLS;
    const { turns } = await seedMonth(testStore.store(), calls, Date.now());
    console.log(`${calls} calls, ${turns} turns; ms, p50 and p95 of ${ROUNDS}`);
    await answers(api, key, quick ? RANGES.slice(0, 1) : RANGES);
    const skipped = noBrowser();
    if (skipped) console.log(skipped);
    else await firstViews(api, TENANT, await pagesOver(api, key), quick ? QUICK_OPENS : OPENS);
  } finally {
    await api.stop();
    await Promise.all([nats.stop(), testStore.stop()]);
  }
}

/** What the api takes for each route of a page alone, and for all of them at once. */
async function answers(api: TestApi, key: string, ranges: readonly string[]): Promise<void> {
  const ask = (path: string) => timed(async () => read(await api.get(path, key)));
  for (const range of ranges) {
    for (const [page, paths] of Object.entries(VIEWS)) {
      const ranged = paths.map((path) => `${path}${path.includes('?') ? '&' : '?'}from=${range}`);
      for (const path of new Set(ranged)) report(path, await times(() => ask(path)));
      report(`${page}, all of it at once, ${range}`, await times(() => timed(() => Promise.all(ranged.map(ask)))));
    }
  }
}

/** Every page as who opens it without a filter sees it; the call is the newest that is over. */
async function pagesOver(api: TestApi, key: string): Promise<Viewed[]> {
  const newest = z.object({ items: z.tuple([z.object({ callId: z.string() })]) });
  const { items } = newest.parse(await (await api.get('/v1/calls?status=ended&limit=1', key)).json());
  return [
    { name: 'Live', path: '/', settled: 'cleo' },
    { name: 'Latency', path: '/latency', settled: 'p95' },
    { name: 'Leads', path: '/leads', settled: 'Caller ' },
    { name: 'Calls', path: '/calls', settled: 'Caller ' },
    { name: 'A call', path: `/calls/${items[0].callId}`, settled: 'people and sign contracts' },
    { name: 'Pipeline', path: '/pipeline', settled: 'lost' },
  ];
}

async function times(work: () => Promise<number>): Promise<number[]> {
  await work();
  const taken: number[] = [];
  while (taken.length < ROUNDS) taken.push(await work());
  return taken;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function read(response: Response): Promise<void> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status}: ${text}`);
}

function report(what: string, taken: readonly number[]): void {
  const [p50, p95] = [0.5, 0.95].map((q) => String(Math.round(quantile(taken, q))).padStart(6));
  console.log(`${p50}${p95}  ${what}`);
}
