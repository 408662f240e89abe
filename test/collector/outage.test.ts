import { readdirSync } from 'node:fs';
import { DiscardPolicy } from 'nats';
import { expect, test, vi } from 'vitest';
import { balance, inOrder, startBroker, storedFacts, tempDir } from './helpers.ts';
import { openPublisher } from './publishing.ts';
import { managerOf } from '../harness/nats.ts';

test('a broker that dies in mid-call gets every event once and in order when it is back', async () => {
  const broker = await startBroker();
  const dir = tempDir();
  const { publisher, publish } = openPublisher(dir, broker);
  publish(50);
  await publisher.flushed();
  publish(300);
  await broker.kill();
  publish(300);
  await vi.waitFor(() => expect(publisher.stats().connected).toBe(false));
  publish(50);
  await broker.restart();
  publish(50);
  publisher.closeBooks();
  await publisher.close(10_000);

  expect(publisher.stats()).toMatchObject({ published: 751, refused: 0, pending: 0 });
  const facts = await storedFacts(broker.nc);
  expect(balance(facts)).toEqual({ lastSeq: 751, by: 'self', stored: 751, gaps: [] });
  expect(inOrder(facts)).toBe(true);
  expect(readdirSync(dir)).toEqual([]);
});

test('a broker that hangs for a while stores nothing twice', async () => {
  const broker = await startBroker();
  const { publisher, publish } = openPublisher(tempDir(), broker);
  publish(10);
  await publisher.flushed();
  broker.freeze();
  publish(100);
  await vi.waitFor(() => expect(publisher.stats().resent).toBeGreaterThan(0), { timeout: 6_000 });
  broker.thaw();
  publisher.closeBooks();
  await publisher.close(10_000);
  expect(balance(await storedFacts(broker.nc))).toMatchObject({ lastSeq: 111, stored: 111 });
});

test('a stream that comes late gets what waited for it', async () => {
  const broker = await startBroker();
  const jsm = await managerOf(broker.nc);
  const { config } = await jsm.streams.info('EVENTS');
  await jsm.streams.delete('EVENTS');
  const { publisher, publish, problems } = openPublisher(tempDir(), broker);
  publish(200);
  await vi.waitFor(() => expect(problems.map(({ code }) => code)).toContain('broker_not_ready'));
  await jsm.streams.add(config);
  publisher.closeBooks();
  await publisher.close(10_000);
  expect(balance(await storedFacts(broker.nc))).toMatchObject({ lastSeq: 201, stored: 201 });
});

test('a full stream holds events back until there is room', async () => {
  const broker = await startBroker();
  const jsm = await managerOf(broker.nc);
  const { config } = await jsm.streams.info('EVENTS');
  await jsm.streams.update('EVENTS', { ...config, max_msgs: 20, discard: DiscardPolicy.New });
  const { publisher, publish } = openPublisher(tempDir(), broker);
  publish(60);
  await vi.waitFor(() => expect(publisher.stats().acked).toBe(20));
  await jsm.streams.update('EVENTS', { ...config, max_msgs: -1 });
  publisher.closeBooks();
  await publisher.close(10_000);
  expect(balance(await storedFacts(broker.nc))).toMatchObject({ lastSeq: 61, stored: 61 });
});

test('without a broker the call goes on, and its events wait on disk for the next process', async () => {
  const broker = await startBroker();
  const dir = tempDir();
  await broker.kill();
  const { publisher, publish, problems } = openPublisher(dir, broker);
  publish(20);
  publisher.closeBooks();
  await publisher.close(50);
  expect(problems.map(({ code }) => code)).toContain('broker_unreachable');
  expect(readdirSync(dir)).toHaveLength(1);
});
