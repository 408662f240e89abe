import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, vi } from 'vitest';
import type { Store } from '../../clickhouse/client.ts';
import { books } from '../../clickhouse/queries/books.ts';
import { callFacts } from '../../clickhouse/queries/call-facts.ts';
import { callsSummary } from '../../clickhouse/queries/calls-summary.ts';
import { storedEvents } from '../../clickhouse/queries/stored-events.ts';
import { newCall } from '../../events/ids.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker, startWorker, type TestWorker } from '../harness/worker.ts';

/** How often each kill is done: once in the ordinary suite, 20 times in `npm run test:kill`. */
export const KILLS = Number(process.env['EARSHOT_KILLS'] ?? 1);
export const TENANT = 'local';
const WAIT = { timeout: 60_000, interval: 100 };

export type Tally = { published: number; refused: number };

export type TestAgent = {
  call: string;
  process: ChildProcess;
  /** What its collector had accepted when it was last heard of, read from outside. */
  tally(): Promise<Tally>;
  /** Resolves when so many events were accepted. */
  accepted(atLeast: number): Promise<void>;
  /** Ends the call in order and resolves with the collector's own numbers. */
  finish(): Promise<Tally>;
  kill(): Promise<void>;
};

/** Real broker, store, worker and agents, all in processes of their own. */
export type Rig = {
  nats: TestNats;
  testStore: TestStore;
  store: Store;
  worker: TestWorker;
  startWorker(): Promise<void>;
  startAgent(options?: Record<string, string>): Promise<TestAgent>;
  stop(): Promise<void>;
};

export async function startRig(): Promise<Rig> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'earshot-kill-'));
  const [nats, testStore] = await Promise.all([startNats(), startStore()]);
  await provisionBroker(nats);
  const agents: TestAgent[] = [];
  const rig: Rig = {
    nats,
    testStore,
    store: testStore.store(),
    worker: await startWorker({ nats, store: testStore }),
    startWorker: async () => void (rig.worker = await startWorker({ nats, store: testStore })),
    startAgent: async (options = {}) => {
      const agent = await startAgent(dir, nats.url, options);
      agents.push(agent);
      return agent;
    },
    stop: async () => {
      await Promise.all(agents.map((agent) => agent.kill()));
      await rig.worker.kill();
      await Promise.all([nats.stop(), testStore.stop()]);
      await rm(dir, { recursive: true, force: true });
    },
  };
  return rig;
}

const AGENT = fileURLToPath(new URL('agent.ts', import.meta.url));

export async function startAgent(dir: string, url: string, options: Record<string, string>): Promise<TestAgent> {
  const call = newCall();
  const file = path.join(dir, `${call}.tally`);
  const given = { nats: url, spool: path.join(dir, 'spool'), tally: file, call, ...options };
  const args = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value]);
  const child = fork(AGENT, args, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const heard = (key: string) =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      child.on('message', (message: Record<string, unknown>) => key in message && resolve(message));
      void gone.then(() => reject(new Error(`the agent ended before it was ${key}`)));
    });
  await heard('ready');

  const tally = async (): Promise<Tally> => {
    const lines = (await readFile(file, 'utf8')).split('\n');
    const [published = 0, refused = 0] = (lines.at(-2) ?? '').split(' ').map(Number);
    return { published, refused };
  };
  return {
    call,
    process: child,
    tally,
    accepted: (atLeast) =>
      vi.waitFor(async () => expect((await tally()).published).toBeGreaterThanOrEqual(atLeast), WAIT),
    finish: async () => {
      const finished = heard('finished');
      child.send('finish');
      const message = await finished;
      await gone;
      return message['finished'] as Tally;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

export async function summaryOf({ store }: Pick<Rig, 'store'>, call: string) {
  return (await store.run(callsSummary, { tenant: TENANT, callIds: [call] }))[0];
}

export async function bookOf({ store }: Pick<Rig, 'store'>, call: string) {
  const rows = await store.run(books, { tenant: TENANT, callIds: [call] });
  return rows.find(({ producer_kind: kind }) => kind === 'collector');
}

/**
 * The books balance, and every event of the tally is stored once. Declared gaps are taken off. A spool on a slow disk
 * writes behind, says so, and may lose what a kill found unwritten; only then may the books know less than the tally.
 */
export async function expectAllStored(rig: Pick<Rig, 'store'>, call: string, tally: Tally): Promise<void> {
  await vi.waitFor(async () => expect(await bookOf(rig, call)).toMatchObject({ state: 'balanced' }), WAIT);
  const book = await bookOf(rig, call);
  const facts = await rig.store.run(callFacts, { tenant: TENANT, callId: call });
  const wroteBehind = facts.some(({ payload }) => payload.includes('"spool_async"'));
  if (!wroteBehind) expect(book?.published).toBeGreaterThanOrEqual(tally.published);
  const numbers = facts.flatMap(({ event_id: id, payload }) => {
    const { producer } = JSON.parse(payload) as { producer: { kind: string; seq?: number } };
    return producer.kind === 'collector' && producer.seq ? [{ id, seq: producer.seq }] : [];
  });
  expect(new Set(numbers.map(({ seq }) => seq)).size).toBe(numbers.length);
  expect(numbers).toHaveLength((book?.published ?? 0) - (book?.declared_gaps ?? 0));
  const [stored] = await rig.store.run(storedEvents, { tenant: TENANT, callIds: [call] });
  expect(stored?.stored).toBe(stored?.events);
}
