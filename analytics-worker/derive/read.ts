import type { Store } from '../../clickhouse/client.ts';
import { factsOfCalls } from '../../clickhouse/queries/facts-of-calls.ts';
import { unreadEventsOfCalls } from '../../clickhouse/queries/unread-events-of-calls.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { groupBy } from '../../lib/group.ts';

export type Place = { tenant: string; call: string };

/** What is stored of a call: its facts, and what could not be read. */
export type CallRows = {
  events: readonly RowOfQuery<typeof factsOfCalls>[];
  letters: readonly RowOfQuery<typeof unreadEventsOfCalls>[];
};

/** Calls in one question. More, and the answer for long calls is large. */
const TOGETHER = 16;

/** Reads several calls with few questions. Each call that was asked for is in the answer, also one of which nothing is stored. */
export async function readCalls(store: Store, places: readonly Place[]): Promise<(place: Place) => CallRows> {
  const asked = [...groupBy(places, ({ tenant }) => tenant)].flatMap(([tenant, own]) => {
    const calls = [...new Set(own.map(({ call }) => call))];
    const count = Math.ceil(calls.length / TOGETHER);
    return Array.from({ length: count }, (_, at) => ({
      tenant,
      callIds: calls.slice(at * TOGETHER, (at + 1) * TOGETHER),
    }));
  });
  const read = new Map<string, CallRows>();
  await Promise.all(
    asked.map(async (params) => {
      const [events, letters] = await Promise.all([
        store.run(factsOfCalls, params),
        store.run(unreadEventsOfCalls, params),
      ]);
      const eventsOf = groupBy(events, ({ call_id: call }) => call);
      const lettersOf = groupBy(letters, ({ call_id: call }) => call);
      for (const call of params.callIds) {
        const rows = { events: eventsOf.get(call) ?? [], letters: lettersOf.get(call) ?? [] };
        read.set(keyOf({ tenant: params.tenant, call }), rows);
      }
    }),
  );
  return (place) => read.get(keyOf(place)) ?? { events: [], letters: [] };
}

function keyOf({ tenant, call }: Place): string {
  return `${tenant}.${call}`;
}
