import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { connect } from 'nats';
import { expect, onTestFinished, test } from 'vitest';
import { natsServer } from '../../deploy/local/nats-server.ts';
import { findProgram } from '../../deploy/local/program.ts';
import { freePort } from '../../lib/ports.ts';
import { addEventStream, balance, startBroker, storedFacts, tempDir } from './helpers.ts';
import { openPublisher } from './publishing.ts';
import { managerOf } from '../harness/nats.ts';

function keptAside(root: string): { seq: number; type: string; reason: string; event: string }[] {
  const [file = ''] = readdirSync(path.join(root, 'refused'));
  const lines = readFileSync(path.join(root, 'refused', file), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line));
}

test('an event larger than the contract allows is kept aside, declared, and holds nothing up', async () => {
  const broker = await startBroker();
  const root = tempDir();
  const { publisher, publish } = openPublisher(root, broker);
  publish(2);
  publisher.publish('metrics.other', { metric: 'huge', values: { blob: 'x'.repeat(300_000) } });
  publish(2);
  publisher.closeBooks();
  await publisher.close(10_000);
  const books = balance(await storedFacts(broker.nc));
  expect(books).toMatchObject({ lastSeq: 7, stored: 6, gaps: [{ firstSeq: 3, lastSeq: 3, reason: 'too_large' }] });
  expect(keptAside(root)).toMatchObject([{ seq: 3, type: 'metrics.other', reason: 'too_large' }]);
});

test('an event that the stream finds too large is kept aside, declared, and holds nothing up', async () => {
  const broker = await startBroker();
  const jsm = await managerOf(broker.nc);
  const { config } = await jsm.streams.info('EVENTS');
  await jsm.streams.update('EVENTS', { ...config, max_msg_size: 2_000 });
  const root = tempDir();
  const { publisher, publish } = openPublisher(root, broker);
  publish(2);
  publish(1, 'x'.repeat(3_000));
  publish(2);
  await publisher.flushed();
  publisher.closeBooks();
  await publisher.close(10_000);
  const books = balance(await storedFacts(broker.nc));
  expect(books.gaps).toEqual([{ firstSeq: 3, lastSeq: 3, reason: 'too_large' }]);
  const [kept] = keptAside(root);
  expect(JSON.parse(kept?.event ?? '')).toMatchObject({ type: 'caller.transcribed', producer: { seq: 3 } });
});

test('a refusal that comes after the closing revises it', async () => {
  const broker = await startBroker();
  const jsm = await managerOf(broker.nc);
  const { config } = await jsm.streams.info('EVENTS');
  await jsm.streams.update('EVENTS', { ...config, max_msg_size: 2_000 });
  const { publisher, publish } = openPublisher(tempDir(), broker);
  publish(1, 'x'.repeat(3_000));
  publisher.closeBooks();
  await publisher.close(10_000);
  expect(balance(await storedFacts(broker.nc))).toMatchObject({ lastSeq: 4, stored: 3 });
});

test('events for another stream than the expected are refused for good', async () => {
  const broker = await startBroker();
  const root = tempDir();
  const { publisher, publish } = openPublisher(root, broker, { stream: 'OTHER' });
  publish(3);
  publisher.closeBooks();
  await publisher.close(10_000);
  expect(publisher.stats()).toMatchObject({ pending: 0, acked: 0 });
  expect(
    keptAside(root)
      .filter(({ type }) => type === 'caller.transcribed')
      .map(({ seq }) => seq),
  ).toEqual([1, 2, 3]);
});

/** A broker whose user may publish transcripts and accounts, and nothing else. */
async function strictBroker(): Promise<{
  url: string;
  user: string;
  pass: string;
  inboxPrefix: string;
  adminUrl: string;
}> {
  const dir = tempDir('nats');
  const port = await freePort();
  const conf = path.join(dir, 'nats.conf');
  const allow = '["ev.acme.*.caller.transcribed", "ev.acme.*.producer.>"]';
  writeFileSync(
    conf,
    `listen: "127.0.0.1:${port}"
jetstream { store_dir: "${dir}/js" }
accounts { A { jetstream: enabled, users: [
  { user: admin, password: admin }
  { user: agent, password: secret, permissions: { publish: { allow: ${allow} }, subscribe: { allow: ["_INBOX_agent.>"] } } } ] } }`,
  );
  const server = spawn(await findProgram(natsServer), ['-c', conf], { stdio: 'ignore' });
  onTestFinished(() => void server.kill('SIGKILL'));
  const address = `127.0.0.1:${port}`;
  return { url: `nats://${address}`, user: 'agent', pass: 'secret', inboxPrefix: '_INBOX_agent', adminUrl: address };
}

test('what this user may not publish is kept aside and declared; the rest is stored', async () => {
  const strict = await strictBroker();
  const nc = await connect({
    servers: strict.adminUrl,
    user: 'admin',
    pass: 'admin',
    waitOnFirstConnect: true,
    reconnectTimeWait: 20,
  });
  onTestFinished(() => nc.close());
  await addEventStream(nc);
  const root = tempDir();
  const { publisher, publish, problems } = openPublisher(root, strict);
  publish(3);
  publisher.publish('interruption.false', { resumed: true });
  publish(3);
  await publisher.flushed();
  publisher.closeBooks();
  await publisher.close(10_000);
  const books = balance(await storedFacts(nc));
  expect(books.gaps).toEqual([{ firstSeq: 4, lastSeq: 4, reason: 'refused' }]);
  expect(keptAside(root)).toMatchObject([{ seq: 4, type: 'interruption.false' }]);
  expect(problems.map(({ code }) => code)).toContain('broker_denied');
});
