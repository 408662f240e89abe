import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startAgent, type TestAgent } from '../harness/agent.ts';
import { startTestRooms, type TestRooms } from '../harness/livekit.ts';
import { startNats } from '../harness/nats.ts';
import { provisionBroker } from '../harness/worker.ts';
import { playPerson } from '../callers/person.ts';
import { joinRoom } from '../callers/room-line.ts';
import { callerToken } from '../callers/room-token.ts';
import { scriptOf } from '../callers/run-call.ts';
import { createVendorsClient, type VendorsClient } from '../callers/vendors-client.ts';
import { loadScenario } from '../scenarios/load.ts';
import type { Scenario } from '../scenarios/schema.ts';
import { apiKeyOf } from '../vendors/calls.ts';
import { startVendors } from '../vendors/start.ts';
import { interval95, median, quantile, round } from './stats.ts';

const SCENARIO = new URL('./scenarios/many-turns.yaml', import.meta.url).pathname;
const DOCUMENT = 'test/callers/agent.yaml';
const PLAIN = new URL('./plain-agent-child.ts', import.meta.url).pathname;
const PAIRS = 6;
const KIB = 1_024;

/** What the caller waited by ear at each turn, ms, and the memory of the job at the call's end, MiB. */
type Call = { waits: number[]; rssMib: number };
type Pair = { without: Call; with: Call };
type Place = { rooms: TestRooms; vendors: VendorsClient; scenario: Scenario };

/**
 * What the collector costs in a room: pairs of calls at the same time, one agent with it and one without, each caller on
 * WebRTC; by the caller's ear. And how much memory a job takes.
 */
export async function room({ quick }: { quick: boolean }): Promise<void> {
  const spoolDir = await mkdtemp(path.join(os.tmpdir(), 'earshot-bench-spool-'));
  const [nats, rooms, vendors] = await Promise.all([startNats(), startTestRooms(), startVendors()]);
  await provisionBroker(nats);
  const parts = { rooms, nats, vendorsUrl: vendors.url, spoolDir };
  const env = { AGENT_CONFIG: DOCUMENT, SDK_LOG_LEVEL: 'silent' };
  const collecting = await startAgent(parts, { ...env, LIVEKIT_AGENT_NAME: 'collecting' });
  const plain = await startAgent(parts, { ...env, LIVEKIT_AGENT_NAME: 'plain' }, PLAIN);
  try {
    const place = { rooms, vendors: createVendorsClient(vendors.url), scenario: await loadScenario(SCENARIO) };
    const pairs: Pair[] = [];
    for (let nth = 0; nth < (quick ? 1 : PAIRS); nth++) {
      const [attached, without] = await Promise.all([callIn(place, collecting, nth), callIn(place, plain, nth)]);
      pairs.push({ without, with: attached });
    }
    print(pairs);
  } finally {
    await Promise.all([collecting.stop(), plain.stop()]);
    await Promise.all([nats.stop(), rooms.stop(), vendors.stop(), rm(spoolDir, { recursive: true, force: true })]);
  }
}

async function callIn({ rooms, vendors, scenario }: Place, agent: TestAgent, nth: number): Promise<Call> {
  const name = `bench-${agent.name}-${nth}`;
  await vendors.open(name, scriptOf(scenario));
  const speeches = await Promise.all(scenario.conversation.map(({ caller }) => vendors.speech(caller, scenario.voice)));
  const dispatch = { channel: 'web', vendorKey: apiKeyOf(name) };
  const token = await callerToken(rooms, { room: name, agentName: agent.name, tenant: 'local', dispatch });
  const line = await joinRoom(rooms.url, token);
  const over = new AbortController();
  void line.over.then(() => over.abort());
  let rssMib = 0;
  const watch = setInterval(() => (rssMib = Math.max(rssMib, ...agent.jobPids().map(rssOf))), 1_000);
  await playPerson({
    ...{ scenario, speeches, line, signal: over.signal },
    announce: (what) => vendors.announce(name, what),
    onSpeaking: () => undefined,
  });
  clearInterval(watch);
  await vendors.close(name);
  return { waits: [...line.waits], rssMib };
}

function rssOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / KIB;
  } catch {
    return 0;
  }
}

function print(pairs: readonly Pair[]): void {
  for (const arm of ['without', 'with'] as const) {
    const waits = pairs.flatMap((pair) => pair[arm].waits);
    const [p50, p95] = [0.5, 0.95].map((q) => round(quantile(waits, q), 0));
    const rss = round(median(pairs.map((pair) => pair[arm].rssMib)), 0);
    console.log(`  ${arm.padEnd(8)} heard p50 ${p50} p95 ${p95} ms (n ${waits.length}); a job takes ${rss} MiB`);
  }
  const ratio = (some: readonly Pair[]) =>
    median(some.flatMap((pair) => pair.with.waits)) / median(some.flatMap((pair) => pair.without.waits));
  const { low, high } = interval95(pairs, ratio);
  console.log(`  ratio of medians ${round(ratio(pairs), 3)} (95 % ${round(low, 3)} to ${round(high, 3)})`);
}
