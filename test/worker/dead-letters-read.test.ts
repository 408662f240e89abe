import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDeadLetter, readDeadLetters } from '../../analytics-worker/deadletters/read.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { provisionBroker } from '../harness/worker.ts';

let nats: TestNats;

beforeAll(async () => {
  nats = await startNats();
  await provisionBroker(nats);
});
afterAll(() => nats?.stop());

it('tells no dead letters from a broker that does not answer', async () => {
  const nc = await nats.connect();
  const letters = async () => {
    const all = [];
    for await (const letter of readDeadLetters(nc)) all.push(letter);
    return all;
  };
  expect(await letters()).toEqual([]);
  await expect(readDeadLetter(nc, 1)).rejects.toMatchObject({ problem: { code: 'no_dead_letter' } });
  await nc.close();
  await expect(letters()).rejects.toMatchObject({ problem: { code: 'broker_unavailable' } });
  await expect(readDeadLetter(nc, 1)).rejects.toMatchObject({ problem: { code: 'broker_unavailable' } });
});
