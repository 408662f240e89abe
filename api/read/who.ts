import type { Store } from '../../clickhouse/client.ts';
import { callsOfIds } from '../../clickhouse/queries/calls-of-ids.ts';
import { people } from '../../clickhouse/queries/people.ts';
import type { CallSummary } from '../types.ts';
import { whoOf } from './call.ts';

type WhoOfCall = ReadonlyMap<string, CallSummary['who']>;

/** Who called, by call. */
export async function readWho(
  store: Store,
  tenant: string,
  calls: readonly { call_id: string; person_key: string }[],
): Promise<WhoOfCall> {
  if (calls.length === 0) return new Map();
  const personKeys = [...new Set(calls.map((call) => call.person_key))];
  const persons = await store.run(people, { tenant, personKeys });
  const personOf = new Map(persons.map((person) => [person.person_key, person]));
  return new Map(calls.map((call) => [call.call_id, whoOf(call.person_key, personOf.get(call.person_key))]));
}

/** The same where only the calls are known. */
export async function readWhoOfCalls(
  store: Store,
  tenant: string,
  rows: readonly { call_id: string }[],
): Promise<WhoOfCall> {
  if (rows.length === 0) return new Map();
  const callIds = [...new Set(rows.map((row) => row.call_id))];
  return readWho(store, tenant, await store.run(callsOfIds, { tenant, callIds }));
}
