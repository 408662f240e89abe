import { createStore } from '../../clickhouse/client.ts';
import { storeSettings } from '../../clickhouse/env.ts';
import { rowsOfCall } from '../../clickhouse/queries/rows-of-call.ts';
import { subjects } from '../../events/subjects.ts';
import { publish } from '../../lib/broker/publish.ts';
import { EarshotError } from '../../lib/errors.ts';
import type { WorkerEnv } from '../env.ts';
import { withBroker } from './broker.ts';

/** @throws EarshotError `unknown_call` when nothing is stored that the call could be concluded from. */
export async function derive(tenant: string, call: string): Promise<void> {
  await withBroker(async (nc, env) => {
    await assertStored(env, tenant, call);
    await publish(nc, subjects.derive('again', tenant, call));
    console.log(`triggered: the worker concludes ${call} again`);
  });
}

async function assertStored(env: WorkerEnv, tenant: string, call: string): Promise<void> {
  const store = createStore(storeSettings(env));
  try {
    const [found] = await store.run(rowsOfCall, { tenant, callId: call });
    if (found && found.events + found.letters > 0) return;
  } finally {
    await store.close();
  }
  throw new EarshotError({
    code: 'unknown_call',
    message: `nothing is stored of call ${call} of tenant ${tenant}`,
    fix: 'give tenant and id of a stored call; its page in the dashboard shows the id',
  });
}
