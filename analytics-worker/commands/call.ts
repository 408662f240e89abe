import { subjects } from '../../events/subjects.ts';
import { publish } from '../broker/publish.ts';
import { withBroker } from './broker.ts';

export async function derive(tenant: string, call: string): Promise<void> {
  await withBroker(async (nc) => {
    await publish(nc, subjects.derive('standard', tenant, call));
    console.log(`triggered: the worker concludes ${call} again`);
  });
}
