import { createStore } from '../../clickhouse/client.ts';
import { storeSettings } from '../../clickhouse/env.ts';
import { describeProblem } from '../../lib/errors.ts';
import { readDeadLetter, readDeadLetters, type DeadLetter } from '../deadletters/read.ts';
import { redrive } from '../deadletters/redrive.ts';
import { withBroker } from './broker.ts';

export async function list(limit: number): Promise<void> {
  await withBroker(async (nc) => {
    let count = 0;
    for await (const letter of readDeadLetters(nc, { limit })) {
      count++;
      console.log(line(letter));
    }
    if (count === 0) console.log('no dead letters');
  });
}

export async function show(seq: number): Promise<void> {
  await withBroker(async (nc) => {
    const { letter, data } = await readDeadLetter(nc, seq);
    console.log(
      JSON.stringify({ seq, ...letter, at: new Date(letter.brokerAt).toISOString(), bytes: data.byteLength }, null, 2),
    );
    process.stdout.write(data);
    process.stdout.write('\n');
  });
}

export async function redriveLetters(which: number | 'all'): Promise<void> {
  await withBroker(async (nc, env) => {
    const store = createStore(storeSettings(env));
    try {
      const letters: DeadLetter[] = [];
      if (which === 'all') for await (const letter of readDeadLetters(nc)) letters.push(letter);
      else letters.push(await readDeadLetter(nc, which));
      for (const { seq } of letters) await redrive(nc, store, seq);
      console.log(`sent again: ${letters.length}`);
    } finally {
      await store.close();
    }
  });
}

function line({ seq, letter }: DeadLetter): string {
  return [
    seq,
    new Date(letter.brokerAt).toISOString(),
    letter.subject,
    letter.problem.code,
    describeProblem(letter.problem),
  ].join('  ');
}
