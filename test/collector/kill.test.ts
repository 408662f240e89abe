import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test, vi } from 'vitest';
import { attachCollector, drainSpools, listSpools, openLink } from '../../agent/collector/index.ts';
import { balance, only, options, startBroker, storedFacts, tempDir, textSession, type Broker } from './helpers.ts';

type Child = {
  process: ChildProcess;
  instance: Promise<string>;
  accepted(): number;
  asynchronous(): boolean;
  gone: Promise<unknown>;
};

function startChild(broker: Broker, dir: string, then = 'go on'): Child {
  const file = path.join(import.meta.dirname, 'child.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', file, broker.url, dir, then], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const gone = new Promise((resolve) => child.once('close', resolve));
  let accepted = 0;
  let asynchronous = false;
  const instance = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [key, value = ''] = line.split(' ');
      if (key === 'instance') return resolve(value);
      accepted = Number(value);
      asynchronous ||= key !== 'sync';
    });
  });
  return { process: child, instance, accepted: () => accepted, asynchronous: () => asynchronous, gone };
}

async function drain(root: string, broker: Broker) {
  const link = openLink(broker, () => undefined);
  onTestFinished(() => link.release());
  return drainSpools(root, link);
}

test('all that a killed process accepted is stored once, and the next process closes its books', async () => {
  const broker = await startBroker();
  const root = tempDir();
  const child = startChild(broker, root);
  await vi.waitFor(() => expect(child.accepted()).toBeGreaterThan(200), { timeout: 20_000 });
  await broker.kill();
  const sofar = child.accepted();
  await vi.waitFor(() => expect(child.accepted()).toBeGreaterThan(sofar + 200), { timeout: 5_000 });
  child.process.kill('SIGKILL');
  await child.gone;
  const tally = child.accepted();
  await broker.restart();
  const [drained] = await drain(root, broker);

  expect(drained).toMatchObject({ instance: await child.instance, outcome: 'sent' });
  const facts = await storedFacts(broker.nc);
  const books = balance(facts);
  expect(books).toMatchObject({ by: 'drain', gaps: [] });
  // A slow disk lets go of the guarantee and says so; see the spool's tests.
  if (!child.asynchronous()) expect(books.stored).toBeGreaterThanOrEqual(tally + 1);
  expect(readdirSync(root)).toEqual([]);
});

test('the next collector drains in the background what a killed process left', async () => {
  const broker = await startBroker();
  const root = tempDir();
  const child = startChild(broker, root);
  await vi.waitFor(() => expect(child.accepted()).toBeGreaterThan(100), { timeout: 20_000 });
  child.process.kill('SIGKILL');
  await child.gone;
  const collector = attachCollector(textSession(), options(broker, root));
  await vi.waitFor(async () => expect(await listSpools(root)).toHaveLength(1), { timeout: 10_000 });
  await collector.close();
  const facts = await storedFacts(broker.nc);
  expect(balance(facts, await child.instance)).toMatchObject({ by: 'drain' });
  expect(balance(facts, collector.instance)).toMatchObject({ by: 'self' });
});

test.each([
  ['exit', { reason: 'shutdown', by: 'system', detail: 'the process ended' }],
  ['crash', { reason: 'error', by: 'system', detail: 'the process ended with code 1' }],
])('a process that ends by itself (%s) leaves closed books and why it ended', async (then, ending) => {
  const broker = await startBroker();
  const root = tempDir();
  const child = startChild(broker, root, then);
  await child.gone;
  await drain(root, broker);
  const facts = await storedFacts(broker.nc);
  expect(balance(facts)).toMatchObject({ by: 'self', gaps: [] });
  expect(only(facts, 'call.ended')[0]).toMatchObject(ending);
});

test.each(['up', 'down'])(
  'a script that only closes its session ends by itself, with the broker %s',
  async (state) => {
    const broker = await startBroker();
    const root = tempDir();
    if (state === 'down') await broker.kill();
    const file = path.join(import.meta.dirname, 'leave-child.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', file, broker.url, root], { stdio: 'ignore' });
    onTestFinished(() => void child.kill('SIGKILL'));
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
    if (state === 'down') await broker.restart();
    await drain(root, broker);
    expect(balance(await storedFacts(broker.nc))).toMatchObject({ by: 'self', gaps: [] });
    expect(readdirSync(root)).toEqual([]);
  },
  30_000,
);
