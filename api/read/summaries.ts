import type { CallRow } from '../../clickhouse/call-columns.ts';
import type { Store } from '../../clickhouse/client.ts';
import { callsOfIds } from '../../clickhouse/queries/calls-of-ids.ts';
import { heardOfCalls } from '../../clickhouse/queries/heard-of-calls.ts';
import { people } from '../../clickhouse/queries/people.ts';
import { groupBy } from '../../lib/group.ts';
import { notFound } from '../http/problems.ts';
import type { CallSummary } from '../types.ts';
import { callSummaryOf } from './call.ts';
import { mostUsedBasis, percentilesOfBasis } from './percentiles.ts';

/** Rows of calls with who called and what was waited for, in the order of the rows. */
export async function summarise(store: Store, tenant: string, rows: readonly CallRow[]): Promise<CallSummary[]> {
  if (rows.length === 0) return [];
  const [persons, heard] = await Promise.all([
    store.run(people, { tenant, personKeys: rows.map((row) => row.person_key) }),
    store.run(heardOfCalls, { tenant, callIds: rows.map((row) => row.call_id) }),
  ]);
  const personOf = new Map(persons.map((person) => [person.person_key, person]));
  const heardOf = groupBy(heard, (row) => row.call_id);
  return rows.map((row) => {
    const own = heardOf.get(row.call_id) ?? [];
    return callSummaryOf(row, personOf.get(row.person_key), percentilesOfBasis(own, mostUsedBasis(own)));
  });
}

/** @throws EarshotError `not_found`, also for a call of another tenant. */
export async function findCall(store: Store, tenant: string, callId: string): Promise<CallRow> {
  const [row] = await store.run(callsOfIds, { tenant, callIds: [callId] });
  if (!row) throw notFound('call');
  return row;
}
