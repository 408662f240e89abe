import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertProvisioned, provision } from '../../analytics-worker/broker/topology.ts';
import { freePort } from '../../lib/ports.ts';
import { streams } from '../../events/subjects.ts';
import { managerOf, startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker, startWorker } from '../harness/worker.ts';

let nats: TestNats;
let store: TestStore;
beforeAll(async () => {
  [nats, store] = await Promise.all([startNats(), startStore()]);
  await provisionBroker(nats);
}, 60_000);
afterAll(() => Promise.all([nats?.stop(), store?.stop()]));

/** What the process says when it refuses to start. */
async function refusal(env: Record<string, string>, parts = { nats, store }): Promise<string> {
  const worker = await startWorker(parts, env).catch((error: unknown) => (error instanceof Error ? error.message : ''));
  if (typeof worker === 'string') return worker;
  await worker.kill();
  return 'it started';
}

describe('a worker refuses to start', () => {
  it('with a setting that cannot be right, naming it', async () => {
    expect(await refusal({ WORKER_PORT: 'many' })).toMatch(/WORKER_PORT.*Fix: set the variable/);
    expect(await refusal({ SCORING_CONFIG: '{"weights":{}}' })).toMatch(/scoring\.\S+: .*Fix: see docs\/scoring\.md/);
  });

  it('in production with the public default secret', async () => {
    expect(await refusal({ NODE_ENV: 'production' })).toMatch(/PERSON_KEY_SECRET: .*must be set in production/);
  });

  it('on a port in use', async () => {
    const port = await freePort();
    const taken = createServer().listen(port, '127.0.0.1');
    expect(await refusal({ WORKER_PORT: String(port) })).toMatch(
      /WORKER_PORT: cannot listen .*EADDRINUSE.*Fix: set WORKER_PORT/,
    );
    taken.close();
  });

  it('on a store without its schema', async () => {
    const empty = await startStore({ migrated: false });
    expect(await refusal({}, { nats, store: empty })).toMatch(/npm run earshot -- store migrate/);
    await empty.stop();
  });

  it('on a broker without its streams, and on one whose stream has drifted; provisioning mends both', async () => {
    const bare = await startNats();
    expect(await refusal({}, { nats: bare, store })).toMatch(
      /EVENTS: the stream does not exist.*Fix: run: npm run earshot -- stream provision/,
    );

    const nc = await bare.connect();
    await provision(nc);
    const jsm = await managerOf(nc);
    await jsm.streams.update(streams.events.name, { max_age: 3_600_000_000_000 });
    expect(await refusal({}, { nats: bare, store })).toMatch(
      /EVENTS\.max_age: is 3600000000000, .*Fix: run: npm run earshot -- stream provision/,
    );

    await provision(nc);
    await expect(assertProvisioned(nc)).resolves.toBeUndefined();
    await bare.stop();
  });
});
