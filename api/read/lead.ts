import type { Store } from '../../clickhouse/client.ts';
import type { CallFilter } from '../../clickhouse/filter.ts';
import { alertsOfCalls } from '../../clickhouse/queries/alerts-of-calls.ts';
import { leadsPage } from '../../clickhouse/queries/leads-page.ts';
import { callsOfPeople } from '../../clickhouse/queries/calls-of-people.ts';
import { people } from '../../clickhouse/queries/people.ts';
import { scoresOfCalls } from '../../clickhouse/queries/scores-of-calls.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { groupBy } from '../../lib/group.ts';
import type { Lead, Score } from '../types.ts';
import { alertStateOf } from './alerts.ts';
import { scoreOf } from './score.ts';
import { iso } from './times.ts';

export type LeadRow = RowOfQuery<typeof leadsPage>;
type Person = RowOfQuery<typeof people>;

/** The first people of a range that are read for a list. */
export const LEADS_AT_ONCE = 25;

/**
 * Those with the best scores. Read as the first page of a list is: who asks for both at once is answered with one reading.
 *
 * @param count at most `LEADS_AT_ONCE`.
 */
export async function readBestLeads(store: Store, range: CallFilter, count: number): Promise<Lead[]> {
  const rows = await store.run(leadsPage, { ...range, limit: LEADS_AT_ONCE + 1 });
  const leads = await readLeads(store, range.tenant, rows.slice(0, LEADS_AT_ONCE), false);
  return leads.filter(({ score }) => score !== null && score > 0).slice(0, count);
}

/** Leads with who they are, what their score is made of and how their alert stands, in the order of the rows. */
export async function readLeads(
  store: Store,
  tenant: string,
  rows: readonly LeadRow[],
  withQuotes: boolean,
): Promise<Lead[]> {
  if (rows.length === 0) return [];
  const callIds = rows.map((row) => row.call_id);
  const personKeys = rows.map((row) => row.person_key);
  const [persons, called, scores, alerts] = await Promise.all([
    store.run(people, { tenant, personKeys }),
    store.run(callsOfPeople, { tenant, personKeys }),
    store.run(scoresOfCalls, { tenant, callIds }),
    store.run(alertsOfCalls, { tenant, callIds }),
  ]);
  const personOf = new Map(persons.map((person) => [person.person_key, person]));
  const callsOf = new Map(called.map(({ person_key: key, calls }) => [key, calls]));
  const scored = new Map(scores.map((row) => [row.call_id, scoreOf(row, withQuotes)]));
  const alertsOf = groupBy(alerts, (row) => row.call_id);
  return rows.map((row) => ({
    ...leadOf(row, personOf.get(row.person_key), scored.get(row.call_id)),
    calls: callsOf.get(row.person_key) ?? 1,
    alert: alertStateOf(alertsOf.get(row.call_id) ?? []),
  }));
}

/** Calls whose words are shown. */
export function callsOfQuotes(leads: readonly Lead[]): string[] {
  return leads.flatMap(({ callId, points }) => (points.some(({ quote }) => quote !== null) ? [callId] : []));
}

function leadOf(row: LeadRow, person: Person | undefined, score: Score | undefined): Omit<Lead, 'alert' | 'calls'> {
  const { breakdown = [], points = 0, maxPoints = 0 } = score ?? {};
  return {
    personKey: row.person_key,
    name: person?.name || null,
    company: person?.company || null,
    email: person?.email || null,
    phone: person?.phone || null,
    callId: row.call_id,
    callAt: iso(row.call_at),
    onCall: row.status === 'active',
    score: row.lead_score,
    tier: row.tier,
    hot: row.hot,
    confidence: score?.confidence ?? null,
    points: breakdown.map(pointsOf).toSorted((a, b) => b.points - a.points),
    sum: row.lead_score === null || maxPoints === 0 ? null : { points, maxPoints },
    nextStep: score?.nextStep ?? null,
    crmUrl: null,
  };
}

/** A line of the score without its rule, which is told with the call. */
function pointsOf({ signal, value, known, points, maxPoints, itemId, quote }: Score['breakdown'][number]) {
  return { signal, value, known, points, maxPoints, itemId, quote };
}
