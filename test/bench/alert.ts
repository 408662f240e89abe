import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { alertsOfCalls } from '../../clickhouse/queries/alerts-of-calls.ts';
import { callFacts } from '../../clickhouse/queries/call-facts.ts';
import { pause } from '../../lib/retry.ts';
import { startSlack, type TestSlack } from '../harness/slack.ts';
import { startWorker } from '../harness/worker.ts';
import { measureInChild } from './child.ts';
import { startBenchRig, type BenchRig } from './rig.ts';
import { quantile } from './stats.ts';

const CALLS = 50;
const CALL_MS = 40_000;
/** When the callers become hot: spread over the calls, which the target is for, or all in one moment, which is the worst. */
const ARMS = [
  { name: 'hot one after the other', hotFrom: 12_000, hotOver: 25_000, rounds: 3, mostMs: 2_000 },
  { name: 'all hot in the same moment', hotFrom: 20_000, hotOver: 0, rounds: 2, mostMs: undefined },
];
const QUICK = { calls: 5, rounds: 1 };
const PATIENCE_MS = 30_000;
const CHILD = new URL('./alert-child.ts', import.meta.url);

const report = z.object({ facts: z.number() });
/** From the sentence: to the alert in the outbox, and to the request at Slack, ms. */
type Waited = { raisedMs: number; requestMs: number };

/**
 * From a caller's sentence to the request at Slack, at 50 calls at once: real sessions that emit a captured call in real time,
 * collector, spool, broker, one worker, store, and a local server that behaves like Slack.
 */
export async function alert({ quick }: { quick: boolean }): Promise<void> {
  for (const { name, hotFrom, hotOver, rounds, mostMs } of ARMS) {
    const waited: Waited[] = [];
    for (let round = 1; round <= (quick ? QUICK.rounds : rounds); round++)
      waited.push(...(await oneRound({ calls: quick ? QUICK.calls : CALLS, hotFrom, hotOver, round })));
    print(name, waited, mostMs);
  }
}

type Round = { calls: number; hotFrom: number; hotOver: number; round: number };

async function oneRound({ calls, hotFrom, hotOver, round }: Round): Promise<Waited[]> {
  const [rig, slack] = await Promise.all([startBenchRig(), startSlack()]);
  const spool = await mkdtemp(path.join(os.tmpdir(), 'earshot-bench-spool-'));
  const env = { SLACK_WEBHOOK_URL: slack.webhook('sales'), EARSHOT_PUBLIC_URL: 'https://earshot.example' };
  const worker = await startWorker({ nats: rig.nats, store: rig.testStore }, env);
  try {
    const moment = { 'hot-from': String(hotFrom), 'hot-over': String(hotOver), round: String(round) };
    const args = { calls: String(calls), ms: String(CALL_MS), nats: rig.nats.url, spool, ...moment };
    const { facts } = await measureInChild(CHILD, args, report);
    console.log(`  round ${round}: ${facts} facts of ${calls} calls in ${CALL_MS / 1_000} s`);
    const names = Array.from({ length: calls }, (_, index) => `round-${round}-call-${index}`);
    return await Promise.all(names.map((call) => waitedOf(rig, slack, call)));
  } finally {
    await worker.kill('SIGTERM');
    await Promise.all([rig.stop(), slack.stop(), rm(spool, { recursive: true, force: true })]);
  }
}

/** The sentence's own time is in its fact, the request's is Slack's. */
async function waitedOf({ store }: BenchRig, slack: TestSlack, call: string): Promise<Waited> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const [row] = await store.run(alertsOfCalls, { tenant: 'bench', callIds: [call] });
    const [request] = slack.about(`/calls/${call}|`);
    if (row && request) {
      const facts = await store.run(callFacts, { tenant: 'bench', callId: call });
      const sentence = facts.find(
        ({ payload }) => payload.includes('"itemId":"hot"') && payload.includes('item.committed'),
      );
      if (!sentence) throw new Error(`${call}: the sentence is not stored`);
      return { raisedMs: row.raised_at - sentence.at, requestMs: request.at - sentence.at };
    }
    if (Date.now() > deadline) throw new Error(`${call}: no alert`);
    await pause(100);
  }
}

/** @param mostMs target for the p95. */
function print(name: string, waited: readonly Waited[], mostMs: number | undefined): void {
  const of = (pick: (one: Waited) => number) =>
    [0.5, 0.95, 0.99]
      .map((q) => Math.round(quantile(waited.map(pick), q)))
      .map((ms, at) => `p${[50, 95, 99][at]} ${ms} ms`);
  const requests = waited.map(({ requestMs }) => requestMs);
  console.log(
    `${name}: sentence to Slack ${of(({ requestMs }) => requestMs).join(', ')}, slowest ${Math.round(Math.max(...requests))} ms, n ${waited.length}`,
  );
  console.log(`  of it until the alert is in the outbox ${of(({ raisedMs }) => raisedMs).join(', ')}`);
  if (mostMs === undefined) return;
  console.log(`  p95 of at most ${mostMs} ms: ${quantile(requests, 0.95) <= mostMs ? 'met' : 'MISSED'}`);
}
