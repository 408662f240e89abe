import path from 'node:path';
import { voice } from '@livekit/agents';
import { expect, onTestFinished, test, vi } from 'vitest';
import { attachCollector } from '../../agent/collector/index.ts';
import { provision } from '../../analytics-worker/broker/topology.ts';
import { books } from '../../clickhouse/queries/books.ts';
import { callFacts } from '../../clickhouse/queries/call-facts.ts';
import { deadLettersOfCall } from '../../clickhouse/queries/dead-letters-of-call.ts';
import { leadScores } from '../../clickhouse/queries/lead-scores.ts';
import { addUser } from '../../deploy/production/users-folder.ts';
import { encode } from '../../events/codec.ts';
import { newCall } from '../../events/ids.ts';
import { subjects } from '../../events/subjects.ts';
import { textSession } from '../collector/sessions.ts';
import { aFact } from '../harness/facts.ts';
import { startStore } from '../harness/store.ts';
import { startWorker } from '../harness/worker.ts';
import { startProductionBroker } from './broker-with-users.ts';
import { tempDir } from './temp.ts';

const UNTIL_STORED = { timeout: 40_000, interval: 250 };

/** The production broker with one tenant, and a worker at it, each with its own login. */
async function production() {
  const dir = await tempDir();
  const folder = path.join(dir, 'broker');
  const provisioner = await addUser(folder, { name: 'provisioner', role: 'provisioner' });
  const login = await addUser(folder, { name: 'worker', role: 'worker' });
  const acme = await addUser(folder, { name: 'agent-acme', role: 'agent', tenant: 'acme' });
  const [broker, store] = await Promise.all([startProductionBroker(dir), startStore()]);
  onTestFinished(() => store.stop());
  await provision(await broker.login(provisioner));
  const worker = await startWorker({ nats: broker, store }, { NATS_USER: login.name, NATS_PASSWORD: login.password });
  onTestFinished(async () => void (await worker.kill()));
  return { dir, broker, acme, worker, reader: store.store() };
}

/** What the spool says when a write takes long, and when that is over. */
const SLOW_DISK = ['spool_async', 'spool_sync'];

test("a tenant's login and the worker's are enough from the event to the conclusion", { timeout: 60_000 }, async () => {
  const { broker, acme, worker, reader } = await production();
  const place = { tenant: 'acme', call: newCall() };
  const signal = aFact('signal.recorded', { name: 'team_size', value: 12, quote: 'twelve people' }, place);
  const js = (await broker.login(acme)).jetstream();
  await js.publish(subjects.event('acme', place.call, signal.type), encode(signal), { msgID: signal.id });
  await js.publish(subjects.event('acme', place.call, 'item.committed'), new TextEncoder().encode('not json'));

  const ofCall = { tenant: 'acme', callId: place.call };
  await vi.waitFor(async () => {
    expect(await reader.run(callFacts, ofCall)).toHaveLength(1);
    expect(await reader.run(deadLettersOfCall, ofCall)).toMatchObject([{ code: 'malformed_json' }]);
    expect(await reader.run(leadScores, { tenant: 'acme', callIds: [place.call] })).toHaveLength(1);
  }, UNTIL_STORED);
  expect(worker.log()).not.toMatch(/permission/i);
});

test("a collector with a tenant's login publishes a call, and its books balance", { timeout: 60_000 }, async () => {
  const { dir, broker, acme, worker, reader } = await production();
  const problems: { code: string }[] = [];
  const session = textSession(new voice.testing.FakeLLM([{ input: 'hi', content: 'Hello there' }]));
  const collector = attachCollector(session, {
    tenant: 'acme',
    nats: { url: broker.url, user: acme.name, pass: acme.password },
    spool: { dir: path.join(dir, 'spool') },
    onProblem: (problem) => problems.push(problem),
  });
  await session.start({ agent: new voice.Agent({ instructions: 'test' }) });
  await session.run({ userInput: 'hi' }).wait();
  await session.close();
  const stats = await collector.close();
  // A slow disk is no matter here.
  expect(problems.filter(({ code }) => !SLOW_DISK.includes(code))).toEqual([]);
  expect(stats).toMatchObject({ acked: stats.published, pending: 0, setAside: 0 });

  await vi.waitFor(async () => {
    const ofCollector = (await reader.run(books, { tenant: 'acme', callIds: [collector.call] })).filter(
      ({ producer_instance: instance }) => instance === collector.instance,
    );
    expect(ofCollector).toMatchObject([
      { published: stats.published, stored: stats.published, dead_lettered: 0, declared_gaps: 0, state: 'balanced' },
    ]);
  }, UNTIL_STORED);
  expect(worker.log()).not.toMatch(/permission/i);
});
