import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { openAgentConfigs } from '../../agent/config/versions.ts';
import { addUser } from '../../deploy/production/users-folder.ts';
import { agentKeys } from '../../events/agent-config.ts';
import { agentBucket } from '../../events/buckets.ts';
import { startProductionBroker } from '../deploy/broker-with-users.ts';
import { tempDir } from '../deploy/temp.ts';
import { document } from './documents.ts';

const DENIED = { problem: { code: 'broker_denied', field: 'NATS_USER' } };
const VIOLATION = { code: 'PERMISSIONS_VIOLATION' };
const why = { message: '', author: 'ann' };

test("a tenant's agents read their own configurations: no other's, and they change nothing", async () => {
  const dir = await tempDir();
  const folder = path.join(dir, 'broker');
  const provisioner = await addUser(folder, { name: 'provisioner', role: 'provisioner' });
  const acme = await addUser(folder, { name: 'agent-acme', role: 'agent', tenant: 'acme' });
  const rival = await addUser(folder, { name: 'agent-rival', role: 'agent', tenant: 'rival' });
  const broker = await startProductionBroker(dir);
  await openAgentConfigs(await broker.login(provisioner), 'acme').publish(document(), why);
  const own = await broker.login(acme);
  const other = await broker.login(rival);

  expect((await openAgentConfigs(own, 'acme').get('ada')).text).toBe(document());
  await expect(openAgentConfigs(other, 'acme').get('ada')).rejects.toMatchObject(DENIED);
  await expect(openAgentConfigs(other, 'acme').get('ada', 1)).rejects.toMatchObject(DENIED);

  const bucket = agentBucket('acme').name;
  for (const nc of [own, other]) {
    await expect(openAgentConfigs(nc, 'acme').publish(document(), why)).rejects.toMatchObject(DENIED);
    await expect(openAgentConfigs(nc, 'acme').rollBack('ada', 1, why)).rejects.toMatchObject(DENIED);
    const jsm = await nc.jetstreamManager({ checkAPI: false });
    await expect(jsm.streams.purge(`KV_${bucket}`)).rejects.toMatchObject(VIOLATION);
    // By a consumer with an address of his choice he could have the broker write where he may not.
    await expect(jsm.consumers.add(`KV_${bucket}`, { durable_name: 'mine' })).rejects.toMatchObject(VIOLATION);
    let refused: unknown;
    nc.subscribe(`$KV.${bucket}.${agentKeys.current('ada')}`, { callback: (error) => (refused = error) });
    await vi.waitFor(() => expect(refused).toMatchObject(VIOLATION));
  }
});
