import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readDeadLetters } from '../../analytics-worker/deadletters/read.ts';
import { callFacts } from '../../clickhouse/queries/call-facts.ts';
import { encode } from '../../events/codec.ts';
import { newCall } from '../../events/ids.ts';
import { subjects } from '../../events/subjects.ts';
import { aFact } from '../harness/facts.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker } from '../harness/worker.ts';

const FIXTURE = fileURLToPath(new URL('fixtures/crashing-ingest.ts', import.meta.url));
let nats: TestNats;
let store: TestStore;
beforeAll(async () => {
  [nats, store] = await Promise.all([startNats(), startStore()]);
  await provisionBroker(nats);
}, 60_000);
afterAll(() => Promise.all([nats?.stop(), store?.stop()]));

test(
  'a message that kills every process that touches it becomes a dead letter, alone',
  { timeout: 120_000 },
  async () => {
    const call = newCall();
    const nc = await nats.connect();
    for (let seq = 1; seq <= 20; seq++) {
      const quote = seq === 7 ? 'poison' : `harmless ${seq}`;
      const fact = aFact('signal.recorded', { name: 'team_size', value: seq, quote }, { call, seq });
      await nc.jetstream().publish(subjects.event('t1', call, fact.type), encode(fact), { msgID: fact.id });
    }

    let deaths = 0;
    let stopped = false;
    const supervise = async () => {
      while (!stopped) {
        const child = fork(FIXTURE, [nats.url, store.url, store.database], { execArgv: ['--import', 'tsx'] });
        stop = () => child.disconnect();
        await new Promise((resolve) => child.once('exit', resolve));
        if (child.signalCode === 'SIGKILL') deaths++;
      }
    };
    let stop = () => {};
    const supervised = supervise();
    const reader = store.store();
    await vi.waitFor(async () => expect(await reader.run(callFacts, { tenant: 't1', callId: call })).toHaveLength(19), {
      timeout: 100_000,
      interval: 250,
    });
    const letters = [];
    for await (const { letter } of readDeadLetters(nc)) letters.push(letter);
    stopped = true;
    stop();
    await supervised;
    expect(letters.map(({ problem, eventId }) => [problem.code, eventId])).toEqual([
      ['crashes_worker', `t1.${call}.collector.i1.7`],
    ]);
    expect(deaths).toBeGreaterThanOrEqual(3);
  },
);
