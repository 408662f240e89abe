import { afterAll, beforeAll, test } from 'vitest';
import { pause } from '../../lib/retry.ts';
import { expectAllStored, KILLS, startRig, type Rig } from './rig.ts';

let rig: Rig;
beforeAll(async () => void (rig = await startRig()), 60_000);
afterAll(() => rig?.stop());

test.each(Array.from({ length: KILLS }, (_, i) => i + 1))(
  'store killed -9 at work (%i)',
  { timeout: 180_000 },
  async () => {
    const agent = await rig.startAgent({ 'every-ms': '4' });
    for (let kill = 1; kill <= 2; kill++) {
      await agent.accepted(200 * kill);
      await pause(Math.random() * 100);
      await rig.testStore.kill();
      await agent.accepted((await agent.tally()).published + 100);
      await rig.testStore.restart();
    }
    await expectAllStored(rig, agent.call, await agent.finish());
  },
);
