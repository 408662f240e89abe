import { concludeCall } from '../../analytics-worker/conclusions/conclude.ts';
import { defaultScoring } from '../../analytics-worker/conclusions/scoringConfig.ts';
import { conclusionRows } from '../../analytics-worker/derive/rows.ts';
import { mapEvent } from '../../analytics-worker/ingest/rows.ts';
import { insertMapped } from '../../analytics-worker/store/mapped.ts';
import type { Store } from '../../clickhouse/client.ts';
import type { FactData, FactType } from '../../events/catalogue.ts';
import { CALL, script, START, TENANT } from '../conclusions/helpers.ts';
import { factsOfLog } from '../conclusions/sdkEvents.ts';
import { moved } from './recorded-facts.ts';

/** When the stored calls began; within every retention. */
export const BEGAN = Date.now() - 600_000;

/** Stores a call as the worker does: what was captured of a real session, with facts of its own, ms after the start. */
export async function storeCall(
  store: Store,
  more: readonly { [Type in FactType]: [afterMs: number, type: Type, data: FactData<Type>] }[FactType][] = [],
): Promise<{ tenant: string; call: string }> {
  const own = script('own');
  for (const [afterMs, type, data] of more) own.add(afterMs, type, data);
  const by = BEGAN - START;
  const ownFacts = own.facts.map(({ fact, brokerAt }) => ({
    fact: { ...fact, at: fact.at + by },
    brokerAt: brokerAt + by,
  }));
  const facts = [...moved(factsOfLog('plugins-on-emulators'), by), ...ownFacts];
  const events = facts.flatMap(({ fact, brokerAt }) => mapEvent(fact, true, { at: fact.at, atStated: null, brokerAt }));
  const config = { scoring: defaultScoring, personSecret: 'secret' };
  const conclusions = concludeCall({ tenant: TENANT, call: CALL, facts, deadLetters: [], config });
  await insertMapped(store, [...events, ...conclusionRows(TENANT, CALL, conclusions)]);
  return { tenant: TENANT, call: CALL };
}
