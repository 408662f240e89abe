import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { pause } from '../../lib/retry.ts';
import { readEvents } from '../api/listener.ts';
import { startApi } from '../harness/api.ts';
import { startWorker } from '../harness/worker.ts';
import { measureInChild } from './child.ts';
import { startBenchRig } from './rig.ts';
import { quantile } from './stats.ts';

const ARMS = [
  { calls: 1, rounds: 4 },
  { calls: 10, rounds: 1 },
  { calls: 50, rounds: 1 },
];
const CALL_MS = 40_000;
const QUICK_MS = 10_000;
/** The last facts of a round are on their way so long, ms. */
const TAIL_MS = 3_000;
const CHILD = new URL('./alert-child.ts', import.meta.url);

const report = z.object({ facts: z.number() });
/** What an event says of itself; `at` is the fact's own time. */
const told = z.looseObject({
  callId: z.string().optional(),
  at: z.iso.datetime().optional(),
  name: z.string().optional(),
  hot: z.boolean().optional(),
});
type Waits = { facts: Map<string, number>; scores: Map<string, number> };

/**
 * From a fact to the page that shows it, at 1, 10 and 50 calls at once: real sessions that emit a captured call in real time,
 * collector, spool, broker, one worker, store, api, one client of the live stream.
 */
export async function live({ quick }: { quick: boolean }): Promise<void> {
  const rig = await startBenchRig();
  const parts = { nats: rig.nats, store: rig.testStore };
  const spool = await mkdtemp(path.join(os.tmpdir(), 'earshot-bench-spool-'));
  const [worker, api] = await Promise.all([startWorker(parts), startApi(parts)]);
  try {
    const key = await api.key({ tenant: 'bench' });
    let round = 0;
    for (const { calls, rounds } of ARMS) {
      const listener = listen(await api.get('/v1/live', key));
      for (let nth = 0; nth < (quick ? 1 : rounds); nth++) {
        const ms = quick ? QUICK_MS : CALL_MS;
        const hot = { 'hot-from': String(ms / 4), 'hot-over': String(ms / 2), round: String(++round) };
        const args = { calls: String(calls), ms: String(ms), nats: rig.nats.url, spool, ...hot };
        const { facts } = await measureInChild(CHILD, args, report);
        console.log(`  ${calls} at once, ${ms / 1_000} s: ${facts} facts`);
        await pause(TAIL_MS);
      }
      print(calls, listener.waits);
      await listener.close();
    }
  } finally {
    await Promise.all([worker.kill('SIGTERM'), api.stop()]);
    await Promise.all([rig.stop(), rm(spool, { recursive: true, force: true })]);
  }
}

/** An event that comes twice counts when it comes first; what was there before the listener does not count. */
function listen(response: Response): { waits: Waits; close(): Promise<void> } {
  const waits: Waits = { facts: new Map(), scores: new Map() };
  const decided = new Map<string, number>();
  const since = Date.now();
  const reading = readEvents(response, ({ name, data }) => {
    const now = Date.now();
    const { callId = '', at, name: signal, hot } = told.parse(data);
    const happenedAt = at === undefined ? undefined : Date.parse(at);
    if (['words', 'state', 'signal'].includes(name) && happenedAt !== undefined && happenedAt >= since) {
      const known = `${name} ${JSON.stringify(data)}`;
      if (!waits.facts.has(known)) waits.facts.set(known, now - happenedAt);
      if (signal === 'decision_timeline') decided.set(callId, happenedAt);
    }
    const from = decided.get(callId);
    if (name === 'score' && hot === true && from !== undefined && !waits.scores.has(callId))
      waits.scores.set(callId, now - from);
  });
  return {
    waits,
    close: async () => void (await Promise.race([response.body?.cancel().catch(() => undefined), reading])),
  };
}

function print(calls: number, { facts, scores }: Waits): void {
  const of = (name: string, waits: readonly number[]) => {
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((q) => Math.round(quantile(waits, q)));
    return `${name} p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms (n ${waits.length})`;
  };
  console.log(
    `${calls} calls at once: ${of('fact to page', [...facts.values()])}; ${of('signal to score', [...scores.values()])}`,
  );
}
