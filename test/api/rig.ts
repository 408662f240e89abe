import type { NatsConnection } from 'nats';
import { afterAll, beforeAll } from 'vitest';
import type { Store } from '../../clickhouse/client.ts';
import type { Role } from '../../api/auth/principal.ts';
import { streams, subjects } from '../../events/subjects.ts';
import { startApi, type TestApi } from '../harness/api.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker } from '../harness/worker.ts';

export type Answer<Body> = { status: number; body: Body };

export type ApiRig = {
  store(): Store;
  /** A connection of the test's own. */
  connect(): Promise<NatsConnection>;
  /** What of a call was read, by the log of the readings. */
  readingsOf(tenant: string, call: string): Promise<string[]>;
  /** Asks as somebody of a tenant, `acme` and admin unless told otherwise. */
  ask<Body>(path: string, who?: { tenant?: string; role?: Role }): Promise<Answer<Body>>;
};

/** A broker, a store and an api for all tests of a file. Data is told apart by tenant. */
export function apiRig(): ApiRig {
  let nats: TestNats;
  let testStore: TestStore;
  let api: TestApi;
  let store: Store;
  const keys = new Map<string, Promise<string>>();

  beforeAll(async () => {
    [nats, testStore] = await Promise.all([startNats(), startStore()]);
    await provisionBroker(nats);
    store = testStore.store();
    api = await startApi({ nats, store: testStore });
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
    await Promise.all([nats?.stop(), testStore?.stop()]);
  });

  return {
    store: () => store,
    connect: () => nats.connect(),
    async readingsOf(tenant, call) {
      const nc = await nats.connect();
      const filterSubjects = subjects.event(tenant, call, 'transcript.read');
      const consumer = await nc.jetstream().consumers.get(streams.events.name, { filterSubjects });
      const { num_pending: count } = await consumer.info();
      const read: string[] = [];
      while (read.length < count) {
        const message = await consumer.next();
        if (message) read.push(message.json<{ data: { what: string } }>().data.what);
      }
      await nc.close();
      return read;
    },
    async ask<Body>(path: string, { tenant = 'acme', role = 'admin' }: { tenant?: string; role?: Role } = {}) {
      const name = `${tenant}-${role}`;
      const key = keys.get(name) ?? api.key({ tenant, role, name });
      keys.set(name, key);
      const response = await api.get(path, await key);
      return { status: response.status, body: (await response.json()) as Body };
    },
  };
}
