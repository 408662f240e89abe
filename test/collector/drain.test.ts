import { spawn } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { drainSpools, listSpools, openLink } from '../../agent/collector/index.ts';
import { balance, deadProcess, startBroker, storedFacts, tempDir, type Broker } from './helpers.ts';
import { openPublisher } from './publishing.ts';

const AWAY = { url: 'nats://127.0.0.1:1' };

/** A folder with `count` events of a process that is gone. */
async function leftBehind(root: string, count: number): Promise<string> {
  const { publisher, publish, instance } = openPublisher(root, AWAY);
  publish(count);
  await publisher.close(0);
  const folder = path.join(root, `acme.call-1.${instance}`);
  writeFileSync(path.join(folder, 'lock.1'), JSON.stringify(await deadProcess()));
  return instance;
}

/** A drain in a process of its own. */
function drainElsewhere(root: string, broker: Broker): Promise<number | null> {
  const file = path.join(import.meta.dirname, 'drain-child.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', file, broker.url, root], { stdio: 'ignore' });
  return new Promise((resolve) => child.once('exit', resolve));
}

test('several drains at once send each producer once', async () => {
  const broker = await startBroker();
  const root = tempDir();
  const instances = await Promise.all([300, 300, 300, 300].map((count) => leftBehind(root, count)));
  const link = openLink(broker, () => undefined);
  const results = await Promise.all([
    drainSpools(root, link),
    drainSpools(root, link),
    drainElsewhere(root, broker),
    drainElsewhere(root, broker),
  ]);
  await link.release();
  expect(results.slice(2)).toEqual([0, 0]);
  expect(readdirSync(root)).toEqual([]);
  const facts = await storedFacts(broker.nc);
  for (const instance of instances)
    expect(balance(facts, instance)).toMatchObject({ lastSeq: 301, by: 'drain', stored: 301 });
}, 30_000);

test('a live producer is listed and left alone', async () => {
  const broker = await startBroker();
  const root = tempDir();
  const { publisher, publish, instance } = openPublisher(root, AWAY);
  publish(5);
  expect(await listSpools(root)).toEqual([
    {
      tenant: 'acme',
      call: 'call-1',
      instance,
      pending: 5,
      lastSeq: 5,
      closed: false,
      held: true,
      holderPid: process.pid,
    },
  ]);
  const link = openLink(broker, () => undefined);
  expect(await drainSpools(root, link)).toEqual([]);
  await link.release();
  await publisher.close(0);
});

test('a drain that is stopped leaves the rest, and sends nothing twice the next time', async () => {
  const broker = await startBroker();
  const root = tempDir();
  await leftBehind(root, 500);
  await broker.kill();
  const stop = new AbortController();
  const link = openLink(broker, () => undefined);
  const first = drainSpools(root, link, { signal: stop.signal });
  await vi.waitFor(async () => expect((await listSpools(root))[0]?.held).toBe(true));
  stop.abort();
  expect(await first).toMatchObject([{ outcome: 'stopped' }]);
  await broker.restart();
  expect(await drainSpools(root, link)).toMatchObject([{ lastSeq: 501, outcome: 'sent' }]);
  await link.release();
  expect(balance(await storedFacts(broker.nc))).toMatchObject({ lastSeq: 501, stored: 501 });
});

test('a producer that had sent all but not closed keeps its last seq', async () => {
  const broker = await startBroker();
  const root = tempDir();
  const { publisher, publish } = openPublisher(root, broker, { maxBytes: 16 * 1024 });
  // Far more than the spool holds, so that segments were deleted.
  for (let i = 0; i < 20; i++) {
    publish(10);
    await publisher.flushed();
    await vi.waitFor(() => expect(publisher.stats().spoolBytes).toBeLessThan(6_000), { interval: 20 });
  }
  await publisher.close(0);
  const [left] = await listSpools(root);
  expect(left).toMatchObject({ pending: 0, lastSeq: 200, closed: false, held: false });
  const link = openLink(broker, () => undefined);
  expect(await drainSpools(root, link)).toMatchObject([{ sent: 0, lastSeq: 201, outcome: 'sent' }]);
  await link.release();
  expect(balance(await storedFacts(broker.nc))).toMatchObject({ lastSeq: 201, by: 'drain', stored: 201 });
});

test('a folder that vanishes during the drain is nobody’s problem', async () => {
  const broker = await startBroker();
  const root = tempDir();
  await leftBehind(root, 10);
  for (const name of readdirSync(root)) rmSync(path.join(root, name), { recursive: true });
  const link = openLink(broker, () => undefined);
  expect(await drainSpools(root, link)).toEqual([]);
  await link.release();
});
