import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { messageOf } from '../../lib/errors.ts';
import { startNats } from '../harness/nats.ts';
import { provisionBroker } from '../harness/worker.ts';
import { startVendors } from '../vendors/start.ts';
import { measureInChild } from './child.ts';
import { interval95, median, quantile, round } from './stats.ts';

/** Eight turns each: 216 pairs of turns. */
const PAIRS = 27;
const QUICK_PAIRS = 1;
/** Calls at once; more, and two cores are what is measured. */
const LANES = 3;
/** The upper end of the interval that the project allows. */
const MOST = 1.03;
const CHILD = new URL('./heard-child.ts', import.meta.url);

const call = z.object({
  waits: z.array(z.number().nullable()),
  sdkWaits: z.array(z.number()),
  loopDelayP99Ms: z.number(),
  cpuMs: z.number(),
  facts: z.number(),
  pending: z.number(),
});
type Call = z.infer<typeof call>;
type Pair = { without: Call; with: Call };
type Place = { vendors: string; nats: string; spool: string };
type Waits = { without: number; with: number }[];

/**
 * How long a caller waits for the answer, with and without the collector: pairs of calls that say the same to vendors
 * with the same delays, one after the other, each time the other one first. Measured at microphone and loudspeaker.
 */
export async function heard({ quick }: { quick: boolean }): Promise<void> {
  const [nats, vendors] = await Promise.all([startNats(), startVendors()]);
  const spool = await mkdtemp(path.join(os.tmpdir(), 'earshot-bench-spool-'));
  try {
    await provisionBroker(nats);
    const place = { vendors: vendors.url, nats: nats.url, spool };
    const wanted = quick ? QUICK_PAIRS : PAIRS;
    const pairs: Pair[] = [];
    const failed: string[] = [];
    let begun = 0;
    const lane = async () => {
      while (begun < wanted) {
        await pairOfCalls(place, begun++).then(
          (pair) => pairs.push(pair),
          (error: unknown) => failed.push(messageOf(error)),
        );
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    for (const why of failed) console.log(`  a pair was given up: ${why}`);
    print(pairs);
  } finally {
    await Promise.all([nats.stop(), vendors.stop(), rm(spool, { recursive: true, force: true })]);
  }
}

/** The vendors' delays come from the call's id, so both calls have the same one. */
async function pairOfCalls({ vendors, nats, spool }: Place, index: number): Promise<Pair> {
  const measure = (more: { nats?: string; spool?: string }) =>
    measureInChild(CHILD, { call: `bench-${index}`, vendors, ...more }, call);
  const first = index % 2 === 0 ? await measure({}) : undefined;
  const attached = await measure({ nats, spool });
  return { without: first ?? (await measure({})), with: attached };
}

function print(pairs: readonly Pair[]): void {
  const turns = pairs.flatMap(waitsOf);
  if (turns.length === 0) throw new Error('no pair of calls got through');
  const lost = pairs.reduce((sum, pair) => sum + pair.with.waits.length, 0) - turns.length;
  console.log(
    `  ${pairs.length} pairs of calls, ${turns.length} pairs of turns (${lost} unpaired), ${LANES} at a time`,
  );
  for (const arm of ['without', 'with'] as const) {
    const waits = turns.map((turn) => turn[arm]);
    const [p50, p95] = [0.5, 0.95].map((q) => round(quantile(waits, q), 0));
    const byCall = pairs.map((pair) => round(median(waitsOf(pair).map((turn) => turn[arm])), 0));
    console.log(`  ${arm.padEnd(8)} heard mean ${round(mean(waits), 0)} p50 ${p50} p95 ${p95} ms`);
    console.log(`           p50 by call ${byCall.join(' ')}`);
    const calls = pairs.map((pair) => pair[arm]);
    const [delay, cpu] = [calls.map((one) => one.loopDelayP99Ms), calls.map((one) => one.cpuMs)];
    console.log(
      `           loop delay p99 ${round(median(delay), 2)} ms, ${round(median(cpu), 0)} ms of processor time a call`,
    );
  }
  const high = printRatio('of means', pairs, (some) => ratioOf(mean, some.flatMap(waitsOf)));
  printRatio('of medians', pairs, (some) => ratioOf(median, some.flatMap(waitsOf)));
  printRatio('of means by the SDK', pairs, (some) => {
    const of = (arm: keyof Pair) => mean(some.flatMap((pair) => pair[arm].sdkWaits));
    return of('with') / of('without');
  });
  printRatio('of loop delay p99', pairs, (some) =>
    median(some.map((p) => p.with.loopDelayP99Ms / p.without.loopDelayP99Ms)),
  );
  printRatio('of processor time', pairs, (some) => median(some.map((p) => p.with.cpuMs / p.without.cpuMs)));
  console.log(`  upper end at most ${MOST}: ${high <= MOST ? 'holds' : 'DOES NOT HOLD'}`);
  const facts = median(pairs.map((pair) => pair.with.facts));
  const pending = pairs.reduce((sum, pair) => sum + pair.with.pending, 0);
  console.log(`  ${facts} facts a call, ${pending} not acknowledged at its end`);
}

/** Whole calls are drawn again, since the turns of one call have more in common than a time of day. */
function printRatio(name: string, pairs: readonly Pair[], ratio: (some: readonly Pair[]) => number): number {
  const { low, high } = interval95(pairs, ratio);
  console.log(`  ratio ${name.padEnd(20)} ${round(ratio(pairs), 4)} (95 % ${round(low, 4)} to ${round(high, 4)})`);
  return high;
}

/** The turns that were answered in both calls. */
function waitsOf(pair: Pair): Waits {
  return pair.without.waits.flatMap((without, turn) => {
    const attached = pair.with.waits[turn] ?? null;
    return without === null || attached === null ? [] : [{ without, with: attached }];
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function ratioOf(statistic: (values: readonly number[]) => number, turns: Waits): number {
  return statistic(turns.map((turn) => turn.with)) / statistic(turns.map((turn) => turn.without));
}
