import { afterAll, beforeAll, test } from 'vitest';
import { pause } from '../../lib/retry.ts';
import { expectAllStored, KILLS, startRig, type Rig } from './rig.ts';

let rig: Rig;
beforeAll(async () => void (rig = await startRig()), 60_000);
afterAll(() => rig?.stop());

test.each(Array.from({ length: KILLS }, (_, i) => i + 1))(
  'ingest and derive killed -9 at work (%i)',
  { timeout: 180_000 },
  async () => {
    const agents = await Promise.all([rig.startAgent({ 'every-ms': '4' }), rig.startAgent({ 'every-ms': '4' })]);
    for (let kill = 1; kill <= 3; kill++) {
      await Promise.all(agents.map((agent) => agent.accepted(150 * kill)));
      // A moment of its own in each round, so that the kill meets decode, insert, trigger and acknowledgement alike.
      await pause(Math.random() * 100);
      await rig.worker.kill();
      await rig.startWorker();
    }
    for (const agent of agents) await expectAllStored(rig, agent.call, await agent.finish());
  },
);
