import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { startNats, type TestNats } from '../harness/nats.ts';
import { provisionBroker } from '../harness/worker.ts';
import { measureInChild } from './child.ts';
import { capturedCall } from './replay.ts';
import { interval95, median, quantile, round } from './stats.ts';

/** The slowest is what a call brings; its runs are slices that cover the captured call once. */
const RATES = [
  { perSecond: 2.5, runMs: 15_000 },
  { perSecond: 50, runMs: 6_000 },
  { perSecond: 500, runMs: 5_000 },
];
const PAIRS = 6;
/** With fewer events a run, what they keep the loop busy is less than what the machine's noise does. */
const LEAST_FOR_LOOP = 200;
const QUICK = { pairs: 1, runMs: 2_000 };
const CHILD = new URL('./collector-child.ts', import.meta.url);

const run = z.object({
  /** How long each event held the loop, from the session's emit to its return. */
  tookUs: z.array(z.number()),
  /** How long the loop was busy in all. */
  busyMs: z.number(),
  delayP99Ms: z.number(),
  /** What the events became. */
  facts: z.number(),
  mode: z.enum(['none', 'sync', 'async', 'memory']),
});
type Run = z.infer<typeof run>;
type Pair = { without: Run; with: Run };

/**
 * What the collector costs the agent's loop: a captured call's events, emitted again by a real session at the call's own
 * pace and at 20 and 200 times of it, with and without the collector; spool on disk, a real broker.
 */
export async function collector({ quick }: { quick: boolean }): Promise<void> {
  const nats = await startNats();
  try {
    await provisionBroker(nats);
    for (const rate of RATES) {
      const runMs = quick ? QUICK.runMs : rate.runMs;
      const pairs: Pair[] = [];
      for (let at = 0; at < (quick ? QUICK.pairs : PAIRS); at++)
        pairs.push(await pairOfRuns(nats, { perSecond: rate.perSecond, runMs, at }));
      print(rate.perSecond, runMs, pairs);
    }
  } finally {
    await nats.stop();
  }
}

async function pairOfRuns(
  nats: TestNats,
  { perSecond, runMs, at }: { perSecond: number; runMs: number; at: number },
): Promise<Pair> {
  const speed = perSecond / capturedRate();
  const spool = await mkdtemp(path.join(os.tmpdir(), 'earshot-bench-spool-'));
  const args = { speed: String(speed), ms: String(runMs), from: String(at * runMs * speed) };
  const measure = (more: { nats?: string; spool?: string }) => measureInChild(CHILD, { ...args, ...more }, run);
  try {
    const first = at % 2 === 0 ? await measure({}) : undefined;
    const attached = await measure({ nats: nats.url, spool });
    return { without: first ?? (await measure({})), with: attached };
  } finally {
    await rm(spool, { recursive: true, force: true });
  }
}

function capturedRate(): number {
  const call = capturedCall();
  return (call.length * 1_000) / (call.at(-1)?.atMs ?? 1);
}

function print(perSecond: number, runMs: number, pairs: readonly Pair[]): void {
  const events = pairs.reduce((sum, pair) => sum + pair.with.tookUs.length, 0);
  const facts = pairs.reduce((sum, pair) => sum + pair.with.facts, 0);
  console.log(`  ${perSecond} events/s, ${pairs.length} pairs of ${runMs / 1_000} s: ${events} events, ${facts} facts`);
  for (const arm of ['without', 'with'] as const) {
    const runs = pairs.map((pair) => pair[arm]);
    const took = runs.flatMap((one) => one.tookUs);
    console.log(
      `    ${arm.padEnd(8)} emit mean ${round(mean(took))} p50 ${round(median(took))} p99 ${round(quantile(took, 0.99))} µs`,
    );
    console.log(`             p50 by run ${runs.map((one) => round(median(one.tookUs))).join(' ')} µs`);
    console.log(`             delay p99 by run ${runs.map((one) => round(one.delayP99Ms, 2)).join(' ')} ms`);
  }
  printDifference('emit mean', 'µs', pairs, (pair) => mean(pair.with.tookUs) - mean(pair.without.tookUs));
  printDifference('emit p50', 'µs', pairs, (pair) => median(pair.with.tookUs) - median(pair.without.tookUs));
  if (events / pairs.length >= LEAST_FOR_LOOP) printDifference('loop', 'µs an event', pairs, busyUsAnEvent);
  printDifference('delay p99', 'ms', pairs, (pair) => pair.with.delayP99Ms - pair.without.delayP99Ms, 2);
  printDifference('delay p99', 'times', pairs, (pair) => pair.with.delayP99Ms / pair.without.delayP99Ms, 3);
  const modes = new Set(pairs.map((pair) => pair.with.mode));
  if (modes.size > 1 || !modes.has('sync'))
    console.log(`    a run ended with the spool in mode ${[...modes].join(', ')}: the disk was slow`);
}

/** The median of the pairs, its 95 % interval, and each pair. */
function printDifference(
  name: string,
  unit: string,
  pairs: readonly Pair[],
  of: (pair: Pair) => number,
  digits = 0,
): void {
  const { low, high } = interval95(pairs, (some) => median(some.map(of)));
  const shown = (value: number) => round(value, digits);
  console.log(
    `    with against without: ${name.padEnd(9)} ${shown(median(pairs.map(of)))} ${unit} (95 % ${shown(low)} to ${shown(high)}; ${pairs.map((pair) => shown(of(pair))).join(' ')})`,
  );
}

const busyUsAnEvent = (pair: Pair): number =>
  ((pair.with.busyMs - pair.without.busyMs) * 1_000) / pair.with.tookUs.length;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
