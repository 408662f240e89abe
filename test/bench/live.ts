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
/** ms: from a fact to the listener, and from the signal that makes a lead hot to its score. */
type Waits = { facts: number[]; scores: number[] };

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
    const take = listen(await api.get('/v1/live', key));
    let round = 0;
    for (const { calls, rounds } of ARMS) {
      for (let nth = 0; nth < (quick ? 1 : rounds); nth++) {
        const ms = quick ? QUICK_MS : CALL_MS;
        const hot = { 'hot-from': String(ms / 4), 'hot-over': String(ms / 2), round: String(++round) };
        const args = { calls: String(calls), ms: String(ms), nats: rig.nats.url, spool, ...hot };
        const { facts } = await measureInChild(CHILD, args, report);
        console.log(`  ${calls} at once, ${ms / 1_000} s: ${facts} facts`);
        await pause(TAIL_MS);
      }
      print(calls, take());
    }
  } finally {
    await Promise.all([worker.kill('SIGTERM'), api.stop()]);
    await Promise.all([rig.stop(), rm(spool, { recursive: true, force: true })]);
  }
}

/** Gives what was waited since it was asked last. An event that comes twice counts when it comes first. */
function listen(response: Response): () => Waits {
  let waits: Waits = { facts: [], scores: [] };
  const seen = new Set<string>();
  const decided = new Map<string, number>();
  const isFirst = (what: string) => !seen.has(what) && seen.add(what);
  void readEvents(response, ({ name, data }) => {
    const now = Date.now();
    const { callId = '', at, name: signal, hot } = told.parse(data);
    if (['words', 'state', 'signal'].includes(name) && at !== undefined) {
      const happenedAt = Date.parse(at);
      if (isFirst(`${name} ${JSON.stringify(data)}`)) waits.facts.push(now - happenedAt);
      if (signal === 'decision_timeline') decided.set(callId, happenedAt);
    }
    const decidedAt = decided.get(callId);
    if (name === 'score' && hot === true && decidedAt !== undefined && isFirst(`score ${callId}`))
      waits.scores.push(now - decidedAt);
  });
  return () => {
    const taken = waits;
    waits = { facts: [], scores: [] };
    return taken;
  };
}

function print(calls: number, { facts, scores }: Waits): void {
  const of = (name: string, waits: readonly number[]) => {
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((q) => Math.round(quantile(waits, q)));
    return `${name} p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms (n ${waits.length})`;
  };
  console.log(`${calls} calls at once: ${of('fact to page', facts)}; ${of('signal to score', scores)}`);
}
