import { subjects } from '../../events/subjects.ts';
import { publish } from '../../lib/broker/publish.ts';
import { withBroker } from './broker.ts';

export async function derive(tenant: string, call: string): Promise<void> {
  await withBroker(async (nc) => {
    await publish(nc, subjects.derive('again', tenant, call));
    console.log(`triggered: the worker concludes ${call} again`);
  });
}
