import type { StoredFact } from '../../analytics-worker/conclusions/types.ts';
import { CALL, START, TENANT } from '../conclusions/helpers.ts';
import { factsOfLog } from '../conclusions/sdkEvents.ts';

const EPOCH_MS = 1e12;

/** What was measured of a real session, as facts of another call that began at `at`; without its words and its end. */
export function recordedFacts(
  { tenant, call }: { tenant: string; call: string },
  at = Date.now() - 60_000,
): StoredFact[] {
  const measured = factsOfLog('plugins-on-emulators').filter(
    ({ fact: { type } }) => type !== 'item.committed' && type !== 'call.ended',
  );
  return moved(measured, at - START).map((stored) => ({
    ...stored,
    fact: { ...stored.fact, tenant, call, id: stored.fact.id.replace(`${TENANT}.${CALL}`, `${tenant}.${call}`) },
  }));
}

/** The facts with every time in them moved. */
export function moved(facts: readonly StoredFact[], by: number): StoredFact[] {
  return JSON.parse(JSON.stringify(facts), (_, value: unknown) =>
    typeof value === 'number' && value > EPOCH_MS ? value + by : value,
  ) as StoredFact[];
}
