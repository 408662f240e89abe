import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { connect, type NatsConnection } from 'nats';
import { describe, expect, test, vi } from 'vitest';
import { addCommands } from '../../agent/commands.ts';
import { startBeat } from '../../analytics-worker/broker/beat.ts';
import { assertProvisioned, buckets, durables, provision } from '../../analytics-worker/broker/topology.ts';
import { openTries } from '../../analytics-worker/broker/tries.ts';
import { makeKey, openKeys } from '../../api/auth/keys.ts';
import { readBroker } from '../../api/pipeline/broker.ts';
import { createLag } from '../../api/pipeline/lag.ts';
import { listWorkers } from '../../api/pipeline/workers.ts';
import { addUser, removeUser, writeAccounts } from '../../deploy/production/users-folder.ts';
import { inboxPrefix, type BrokerUser } from '../../deploy/production/users.ts';
import { apiBuckets } from '../../events/buckets.ts';
import { streams, subjects } from '../../events/subjects.ts';
import { REDRIVE_SUBJECT } from '../../events/workers.ts';
import { createLog } from '../../lib/log.ts';
import { openPublisher } from '../collector/publishing.ts';
import { startProductionBroker, type ProductionBroker } from './broker-with-users.ts';
import { tempDir } from './temp.ts';
import { managerOf } from '../harness/nats.ts';

type Logins = { broker: ProductionBroker; dir: string } & Record<'provisioner' | 'worker' | 'api' | 'acme', BrokerUser>;

/** A provisioned broker with the deployment's logins and one tenant's. */
async function production(): Promise<Logins> {
  const dir = await tempDir();
  const folder = path.join(dir, 'broker');
  const provisioner = await addUser(folder, { name: 'provisioner', role: 'provisioner' });
  const worker = await addUser(folder, { name: 'worker', role: 'worker' });
  const api = await addUser(folder, { name: 'api', role: 'api' });
  const acme = await addUser(folder, { name: 'agent-acme', role: 'agent', tenant: 'acme' });
  const broker = await startProductionBroker(dir);
  await provision(await broker.login(provisioner));
  return { broker, provisioner, worker, api, acme, dir };
}

const DENIED = { code: 'PERMISSIONS_VIOLATION' };
const hello = new TextEncoder().encode('{}');
const event = (tenant: string) => subjects.event(tenant, 'call-1', 'call.started');

describe("a tenant's agents", () => {
  test("publish that tenant's events and no other's", async () => {
    const { broker, acme } = await production();
    const nc = await broker.login(acme);
    expect(await nc.jetstream().publish(event('acme'), hello)).toMatchObject({ stream: 'EVENTS', seq: 1 });
    await expect(nc.jetstream().publish(event('rival'), hello)).rejects.toMatchObject(DENIED);
    await expect(nc.jetstream().publish('dlq.ev.acme', hello)).rejects.toMatchObject(DENIED);
    expect(await nc.jetstream().publish(event('acme'), hello)).toMatchObject({ seq: 2 });
  });

  test('drain what a dead one left, with the inbox prefix that came with the login', async () => {
    const { broker, acme, provisioner, dir } = await production();
    const spool = path.join(dir, 'spool');
    const { publisher, publish } = openPublisher(spool, { url: 'nats://127.0.0.1:1' });
    publish(3);
    await publisher.close(0);
    const program = new Command();
    addCommands(program);
    const login = ['--user', acme.name, '--password', acme.password, '--inbox-prefix', inboxPrefix(acme)];
    const drain = ['spool', 'drain', '--dir', spool, '--nats', broker.url, '--timeout', '10', ...login];
    await program.parseAsync(drain, { from: 'user' });
    const jsm = await managerOf(await broker.login(provisioner));
    expect((await jsm.streams.info('EVENTS')).state.messages).toBe(4);
    expect(await readdir(spool)).toEqual([]);
  });

  test('read nothing: neither by subscribing, nor by a consumer, nor by sequence', async () => {
    const { broker, acme } = await production();
    const nc = await broker.login(acme);
    await nc.jetstream().publish(event('acme'), hello);
    for (const subject of ['ev.>', 'ev.acme.>', '>', '_INBOX_worker.>', '_INBOX_agent_rival.>']) {
      expect(await subscriptionError(nc, subject)).toMatchObject(DENIED);
    }
    const jsm = await nc.jetstreamManager({ checkAPI: false });
    await expect(jsm.consumers.info('EVENTS', durables.ingest.durable)).rejects.toMatchObject(DENIED);
    await expect(jsm.streams.getMessage('EVENTS', { seq: 1 })).rejects.toMatchObject(DENIED);
  });

  test('change nothing', async () => {
    const { broker, acme } = await production();
    const jsm = await (await broker.login(acme)).jetstreamManager({ checkAPI: false });
    await expect(jsm.streams.purge('EVENTS')).rejects.toMatchObject(DENIED);
    await expect(jsm.streams.delete('EVENTS')).rejects.toMatchObject(DENIED);
    await expect(jsm.streams.deleteMessage('EVENTS', 1)).rejects.toMatchObject(DENIED);
  });
});

describe('the worker', () => {
  test('does all that it needs', async () => {
    const { broker, worker, acme } = await production();
    await (await broker.login(acme)).jetstream().publish(event('acme'), hello);
    const nc = await broker.login(worker);
    await assertProvisioned(nc);
    const js = nc.jetstream();
    const consumer = await js.consumers.get('EVENTS', durables.ingest.durable);
    const message = await consumer.next({ expires: 5_000 });
    expect(message?.subject).toBe(event('acme'));
    expect(await message?.ackAck()).toBe(true);

    const tries = await openTries(nc);
    expect([await tries.count('key'), await tries.count('key')]).toEqual([1, 2]);
    await tries.clear('key');
    const state = await js.views.kv(buckets.state, { bindOnly: true });
    await state.put('cursor', '1');
    const watch = await state.watch();
    for await (const entry of watch) {
      expect(entry.string()).toBe('1');
      break;
    }
    const published = [
      event('acme'),
      subjects.derive('hot', 'acme', 'call-1'),
      subjects.analyse('hot', 'acme', 'call-1'),
      subjects.deadLetter(event('acme')),
      subjects.outbox('acme', 'call-1', 'hot_lead'),
    ];
    for (const subject of published) expect((await js.publish(subject, hello)).seq).toBeGreaterThan(0);
    const jsm = await nc.jetstreamManager({ checkAPI: false });
    for (const { name } of Object.values(streams))
      expect((await jsm.streams.info(name)).state.messages).toBeGreaterThan(0);
    expect((await jsm.streams.getMessage('EVENTS', { seq: 1 })).subject).toBe(event('acme'));
  });

  test('cannot purge, delete or change a stream, nor make one', async () => {
    const { broker, worker } = await production();
    const jsm = await (await broker.login(worker)).jetstreamManager({ checkAPI: false });
    await expect(jsm.streams.purge('EVENTS')).rejects.toMatchObject(DENIED);
    await expect(jsm.streams.delete('EVENTS')).rejects.toMatchObject(DENIED);
    await expect(jsm.streams.update('EVENTS', { max_msgs: 1 })).rejects.toMatchObject(DENIED);
    await expect(jsm.streams.add({ name: 'MINE', subjects: ['mine'] })).rejects.toMatchObject(DENIED);
  });
});

describe('the api', () => {
  test('watches its keys, looks at the pipeline, logs reads and has dead letters sent again', async () => {
    const { broker, api, worker, acme, provisioner } = await production();
    await (await broker.login(acme)).jetstream().publish(event('acme'), hello);
    const [nc, workersOwn] = [await broker.login(api), await broker.login(worker)];
    const { key } = await makeKey(await broker.login(provisioner), { tenant: 'acme', role: 'admin', name: 'ann' });
    const keys = await openKeys(nc);
    expect(await keys.find(key)).toMatchObject({ tenant: 'acme' });
    keys.stop();

    const beat = await startBeat(workersOwn, createLog('test', { level: 'silent' }), () => 0);
    await vi.waitFor(async () => expect(await listWorkers(nc)).toHaveLength(1));
    expect(await createLag(nc)()).toMatchObject({ state: 'ok', waiting: 1 });
    expect((await readBroker(nc)).stages.map(({ name }) => name)).toContain(durables.ingest.durable);
    await beat.stop();
    expect(await listWorkers(nc)).toEqual([]);

    const read = subjects.event('acme', 'call-1', 'transcript.read');
    expect(await nc.jetstream().publish(read, hello)).toMatchObject({ seq: 2 });
    const types = ['room.started', 'participant.left', 'call.linked', 'page.heard', 'producer.closed'];
    for (const type of types) await nc.jetstream().publish(subjects.event('acme', 'call-1', type), hello);
    await (await nc.jetstream().views.kv(apiBuckets.rooms.name, { bindOnly: true })).put('sid.x', '1');
    await workersOwn.jetstream().publish(subjects.deadLetter(event('acme')), hello);
    const jsm = await nc.jetstreamManager({ checkAPI: false });
    expect((await jsm.streams.getMessage('DEADLETTERS', { seq: 1 })).data).toEqual(hello);
    workersOwn.subscribe(REDRIVE_SUBJECT, { queue: 'worker', callback: (_, message) => void message.respond('done') });
    await workersOwn.flush();
    expect((await nc.request(REDRIVE_SUBJECT)).string()).toBe('done');
    const workersJsm = await workersOwn.jetstreamManager({ checkAPI: false });
    expect(await workersJsm.streams.deleteMessage('DEADLETTERS', 1)).toBe(true);
  });

  test('publishes no other event, and deletes and consumes nothing', async () => {
    const { broker, api, acme } = await production();
    await (await broker.login(acme)).jetstream().publish(event('acme'), hello);
    const nc = await broker.login(api);
    for (const subject of [event('acme'), 'dlq.ev.acme', 'outbox.acme.call-1.hot_lead', '$KV.tries.key'])
      await expect(nc.jetstream().publish(subject, hello)).rejects.toMatchObject(DENIED);
    const jsm = await nc.jetstreamManager({ checkAPI: false });
    await expect(jsm.streams.deleteMessage('DEADLETTERS', 1)).rejects.toMatchObject(DENIED);
    await expect(jsm.streams.purge('EVENTS')).rejects.toMatchObject(DENIED);
    const { stream, durable } = durables.ingest;
    expect(await subscriptionError(nc, 'ev.>')).toMatchObject(DENIED);
    expect(await (await nc.jetstream().consumers.get(stream, durable)).next({ expires: 1_000 })).toBeNull();
  });
});

describe('logins', () => {
  test('without a password, or with a wrong one, nobody gets in', async () => {
    const { broker, worker } = await production();
    const refused = { code: 'AUTHORIZATION_VIOLATION' };
    await expect(connect({ servers: broker.url, reconnect: false })).rejects.toMatchObject(refused);
    const wrong = { servers: broker.url, user: worker.name, pass: 'worker', reconnect: false };
    await expect(connect(wrong)).rejects.toMatchObject(refused);
  });

  test('are taken over and taken away at a reload, without a restart', async () => {
    const { broker, acme, provisioner, dir } = await production();
    const folder = path.join(dir, 'broker');
    const nc = await broker.login(acme);
    const rival = await addUser(folder, { name: 'agent-rival', role: 'agent', tenant: 'rival' });
    await removeUser(folder, acme.name);
    broker.reload();
    await nc.closed();
    const other = await broker.login(rival);
    expect((await other.jetstream().publish(event('rival'), hello)).seq).toBe(1);
    await broker.login(provisioner);
  });

  test('are secrets of the folder', async () => {
    const { dir } = await production();
    const folder = path.join(dir, 'broker');
    for (const file of ['accounts.conf', 'users/worker.json']) {
      expect((await stat(path.join(folder, file))).mode & 0o077).toBe(0);
    }
    expect(await readdir(folder)).toEqual(['accounts.conf', 'users']);
    const passwords = (await readFile(path.join(folder, 'accounts.conf'), 'utf8')).match(/password: "([\w-]{43})"/g);
    expect(new Set(passwords).size).toBe(4);
  });

  test('that lack a password are refused, by file and field', async () => {
    const { dir } = await production();
    const folder = path.join(dir, 'broker');
    for (const password of ['', 'changeme']) {
      await writeFile(
        path.join(folder, 'users/worker.json'),
        JSON.stringify({ name: 'worker', role: 'worker', password }),
      );
      await expect(writeAccounts(folder)).rejects.toMatchObject({
        problem: { code: 'bad_user', field: 'worker.json password', message: 'must have at least 20 characters' },
      });
    }
  });

  test('are made once', async () => {
    const { dir } = await production();
    await expect(
      addUser(path.join(dir, 'broker'), { name: 'agent-acme', role: 'agent', tenant: 'acme' }),
    ).rejects.toMatchObject({ problem: { code: 'user_exists', field: 'agent-acme' } });
  });

  test('are what the broker needs to start at all', async () => {
    const broker = await startProductionBroker(await tempDir());
    expect(await broker.output).toContain('accounts.conf');
  });
});

async function subscriptionError(nc: NatsConnection, subject: string): Promise<unknown> {
  let error: unknown;
  const subscription = nc.subscribe(subject, { callback: (refused) => (error = refused) });
  await vi.waitFor(() => expect(error).toBeDefined());
  subscription.unsubscribe();
  return error;
}
