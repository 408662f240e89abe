import { startApi } from '../harness/api.ts';
import { startNats } from '../harness/nats.ts';
import { startStore } from '../harness/store.ts';
import { provisionBroker } from '../harness/worker.ts';
import { quantile } from './stats.ts';
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
const ROUNDS = 15;
const RANGES = ['-24h', '-7d', '-30d'];

/** How long does the first view of each page take with a month of calls in the local store? */
export async function view({ quick }: { quick: boolean }): Promise<void> {
  const [nats, testStore] = await Promise.all([startNats(), startStore()]);
  await provisionBroker(nats);
  const api = await startApi({ nats, store: testStore });
  try {
    const key = await api.key({ tenant: TENANT });
    const { calls, turns } = await seedMonth(testStore.store(), Date.now());
    console.log(`${calls} calls, ${turns} turns; ms, p50 and p95 of ${ROUNDS}`);
    const ask = (path: string) => timed(async () => read(await api.get(path, key)));
    for (const range of quick ? RANGES.slice(0, 1) : RANGES) {
      for (const [page, paths] of Object.entries(VIEWS)) {
        const ranged = paths.map((path) => `${path}${path.includes('?') ? '&' : '?'}from=${range}`);
        for (const path of new Set(ranged)) report(path, await times(() => ask(path)));
        report(`${page}, all of it at once, ${range}`, await times(() => timed(() => Promise.all(ranged.map(ask)))));
      }
    }
  } finally {
    await api.stop();
    await Promise.all([nats.stop(), testStore.stop()]);
  }
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
