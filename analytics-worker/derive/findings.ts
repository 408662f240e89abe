import type { Store } from '../../clickhouse/client.ts';
import { resultsOfCalls } from '../../clickhouse/queries/results-of-calls.ts';
import { groupBy } from '../../lib/group.ts';
import { FINDINGS, readModelFindings, type StoredFindings } from '../analysis/stored/model-findings.ts';
import type { Place } from './read.ts';

/** What a model found in several calls, by call. */
export async function readFindings(
  store: Store,
  places: readonly Place[],
): Promise<(place: Place) => readonly StoredFindings[]> {
  const byTenant = [...groupBy(places, ({ tenant }) => tenant)];
  const read = await Promise.all(
    byTenant.map(async ([tenant, own]) => {
      const rows = await store.run(resultsOfCalls, {
        tenant,
        callIds: own.map(({ call }) => call),
        analysers: [FINDINGS],
      });
      return [tenant, groupBy(rows, ({ call_id: call }) => call)] as const;
    }),
  );
  const rowsOf = new Map(read);
  return ({ tenant, call }) =>
    (rowsOf.get(tenant)?.get(call) ?? []).map(({ analyser_version: version, result }) => ({
      version,
      stored: readModelFindings(result),
    }));
}
