import { expect, test } from 'vitest';
import { shareReads } from '../../api/read/shared-reads.ts';
import type { Store } from '../../clickhouse/client.ts';
import { callsOfIds } from '../../clickhouse/queries/calls-of-ids.ts';
import { people } from '../../clickhouse/queries/people.ts';

/** Notes what the store is asked, and answers when told to. */
function asking() {
  const asked: string[] = [];
  let answer: (error?: Error) => void = () => undefined;
  const store: Store = {
    database: 'test',
    insert: async () => undefined,
    command: async () => undefined,
    ping: async () => undefined,
    close: async () => undefined,
    run: (query, params) => {
      asked.push(`${query.name} ${JSON.stringify(params)}`);
      return new Promise((resolve, reject) => (answer = (error) => (error ? reject(error) : resolve([]))));
    },
  };
  return { asked, store: shareReads(store), answer: (error?: Error) => answer(error) };
}

const one = { tenant: 't', callIds: ['a'] };

test('what several ask at the same moment is asked once; later it is asked again', async () => {
  const { asked, store, answer } = asking();
  const both = Promise.all([store.run(callsOfIds, one), store.run(callsOfIds, { ...one })]);
  answer();
  const [first, second] = await both;
  expect(asked).toHaveLength(1);
  expect(second).toBe(first);
  void store.run(callsOfIds, one);
  expect(asked).toHaveLength(2);
});

test('another tenant, another query and what may be aborted are asked by themselves', () => {
  const { asked, store } = asking();
  void store.run(callsOfIds, one);
  void store.run(callsOfIds, { ...one, tenant: 'other' });
  void store.run(people, { tenant: 't', personKeys: ['a'] });
  void store.run(callsOfIds, one, { signal: new AbortController().signal });
  expect(asked).toHaveLength(4);
});

test('a failure is told to all who waited, and the next is asked anew', async () => {
  const { asked, store, answer } = asking();
  const both = Promise.allSettled([store.run(callsOfIds, one), store.run(callsOfIds, one)]);
  answer(new Error('away'));
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  void store.run(callsOfIds, one);
  expect(asked).toHaveLength(2);
});
