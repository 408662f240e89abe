import { EarshotError } from '../../lib/errors.ts';
import { assertProvisioned, provision } from '../broker/topology.ts';
import { withBroker } from './broker.ts';

export async function provisionStreams(replicas: number): Promise<void> {
  if (![1, 3, 5].includes(replicas)) {
    throw new EarshotError({
      code: 'bad_option',
      field: '--replicas',
      message: `is ${replicas}`,
      fix: 'give 1, 3 or 5',
    });
  }
  await withBroker(async (nc) => {
    for (const line of await provision(nc, { replicas })) console.log(`ok  ${line}`);
  });
}

export async function checkStreams(): Promise<void> {
  await withBroker(async (nc) => {
    await assertProvisioned(nc);
    console.log('ok  streams and consumers are as this version needs them');
  });
}
