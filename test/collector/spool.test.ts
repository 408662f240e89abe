import { appendFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { drainSpools, listSpools, openLink } from '../../agent/collector/index.ts';
import { realDisk, type Disk } from '../../agent/collector/spool/disk.ts';
import { readFrames } from '../../agent/collector/spool/frames.ts';
import { balance, only, startBroker, storedFacts, tempDir, type Broker } from './helpers.ts';
import { openPublisher } from './publishing.ts';

const AWAY = { url: 'nats://127.0.0.1:1' };

async function drain(root: string, broker: Broker) {
  const link = openLink(broker, () => undefined);
  try {
    return await drainSpools(root, link);
  } finally {
    await link.release();
  }
}

test('an event is on disk, readable by its owner only, when publish returns', async () => {
  const root = tempDir();
  const { publisher, publish, instance } = openPublisher(root, AWAY);
  const folder = path.join(root, `acme.call-1.${instance}`);
  publish(3);
  const [segment = ''] = readdirSync(folder).filter((name) => name.endsWith('.seg'));
  const { entries } = readFrames(readFileSync(path.join(folder, segment)));
  expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(folder)) expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
  await publisher.close(0);
});

test('what a full spool refuses is declared as a gap of exactly that size', async () => {
  const broker = await startBroker();
  await broker.kill();
  const root = tempDir();
  const maxBytes = 64 * 1024;
  const { publisher, publish, instance } = openPublisher(root, broker, { maxBytes });
  publish(400, 'x'.repeat(100));
  const { refused, spoolBytes } = publisher.stats();
  expect(refused).toBeGreaterThan(100);
  expect(spoolBytes).toBeLessThanOrEqual(maxBytes);
  await broker.restart();
  await publisher.flushed();
  await vi.waitFor(() => expect(publisher.stats().spoolBytes).toBeLessThan(maxBytes / 4));
  publish(10);
  publisher.closeBooks();
  await publisher.close(10_000);
  const books = balance(await storedFacts(broker.nc), instance);
  expect(books.gaps).toEqual([{ firstSeq: 400 - refused + 1, lastSeq: 400, reason: 'spool_full' }]);
  expect(books).toMatchObject({ lastSeq: 412, stored: 412 - refused });
});

test('a gap is declared before the closing also when there never was room again', async () => {
  const broker = await startBroker();
  await broker.kill();
  const root = tempDir();
  const { publisher, publish } = openPublisher(root, broker, { maxBytes: 64 * 1024 });
  publish(400, 'x'.repeat(100));
  const { refused } = publisher.stats();
  publisher.closeBooks();
  await publisher.close(0);
  await broker.restart();
  expect(await drain(root, broker)).toMatchObject([{ lastSeq: 402, outcome: 'sent' }]);
  const books = balance(await storedFacts(broker.nc));
  expect(books).toMatchObject({ lastSeq: 402, by: 'self', stored: 402 - refused });
});

test('a gap that its process did not live to declare is declared by the drain', async () => {
  const broker = await startBroker();
  await broker.kill();
  const root = tempDir();
  const { publisher, publish } = openPublisher(root, broker, { maxBytes: 64 * 1024 });
  publish(400, 'x'.repeat(100));
  const { refused } = publisher.stats();
  await publisher.close(0);
  await broker.restart();
  await drain(root, broker);
  const books = balance(await storedFacts(broker.nc));
  expect(books).toMatchObject({ lastSeq: 402, by: 'drain', stored: 402 - refused });
  expect(books.gaps).toEqual([{ firstSeq: 400 - refused + 1, lastSeq: 400, reason: 'spool_full' }]);
});

test('a slow disk makes the spool go on asynchronously, says so, and sends nothing before it is written', async () => {
  const broker = await startBroker();
  let written = () => {};
  const held = new Promise<void>((resolve) => (written = resolve));
  const slow: Disk = {
    writeNow: (fd, buffers) => {
      const until = performance.now() + 10;
      while (performance.now() < until);
      return realDisk.writeNow(fd, buffers);
    },
    writeLater: async (fd, buffers) => {
      await held;
      return realDisk.writeLater(fd, buffers);
    },
  };
  const { publisher, publish, problems } = openPublisher(tempDir(), broker, { disk: slow, slowWriteMs: 5 });
  publish(1);
  await publisher.flushed().catch(() => undefined);
  const before = performance.now();
  publish(100);
  expect(performance.now() - before).toBeLessThan(100);
  expect(publisher.stats()).toMatchObject({ mode: 'async', acked: 1, pending: 0 });
  expect(problems.map(({ code }) => code)).toContain('spool_async');
  written();
  publisher.closeBooks();
  await publisher.close(10_000);
  const facts = await storedFacts(broker.nc);
  expect(balance(facts)).toMatchObject({ lastSeq: 103, stored: 103 });
  expect(only(facts, 'producer.degraded')).toMatchObject([{ what: 'spool_async' }]);
});

test('a disk that fails does not keep events from the broker', async () => {
  const broker = await startBroker();
  const broken: Disk = {
    writeNow: () => {
      throw new Error('ENOSPC');
    },
    writeLater: () => Promise.reject(new Error('ENOSPC')),
  };
  const { publisher, publish } = openPublisher(tempDir(), broker, { disk: broken });
  publish(50);
  publisher.closeBooks();
  await publisher.close(10_000);
  expect(publisher.stats()).toMatchObject({ mode: 'memory', refused: 0 });
  const facts = await storedFacts(broker.nc);
  expect(balance(facts)).toMatchObject({ lastSeq: 51, stored: 51 });
});

test('a spool that cannot be opened is said, and events go to the broker without it', async () => {
  const broker = await startBroker();
  const file = path.join(tempDir(), 'a-file');
  writeFileSync(file, '');
  const { publisher, publish, problems } = openPublisher(file, broker);
  publish(10);
  await vi.waitFor(() => expect(publisher.stats().published).toBe(11));
  publisher.closeBooks();
  await publisher.close(10_000);
  expect(problems[0]).toMatchObject({ code: 'spool_failed' });
  expect(only(await storedFacts(broker.nc), 'producer.degraded')).toMatchObject([{ what: 'spool_memory' }]);
});

test.each([
  ['a frame that was cut in the middle', (file: string) => truncateSync(file, statSync(file).size - 10)],
  ['bytes that are no frame', (file: string) => appendFileSync(file, Buffer.alloc(64, 7))],
])('a torn tail is cut: %s', async (_, tear) => {
  const broker = await startBroker();
  const root = tempDir();
  const { publisher, publish, instance } = openPublisher(root, AWAY);
  publish(10);
  await publisher.close(0);
  const folder = path.join(root, `acme.call-1.${instance}`);
  const [segment = ''] = readdirSync(folder).filter((name) => name.endsWith('.seg'));
  tear(path.join(folder, segment));
  const [listed] = await listSpools(root);
  await drain(root, broker);
  const books = balance(await storedFacts(broker.nc));
  expect(books).toMatchObject({ by: 'drain', lastSeq: (listed?.pending ?? 0) + 1 });
  expect(listed?.pending).toBeGreaterThanOrEqual(9);
});
