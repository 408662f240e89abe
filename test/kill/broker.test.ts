import { afterAll, beforeAll, expect, test } from 'vitest';
import { pause } from '../../lib/retry.ts';
import { expectAllStored, KILLS, startRig, type Rig } from './rig.ts';

/** The outage itself is what is tested: it has a length. */
const OUTAGE_MS = 10_000;

let rig: Rig;
beforeAll(async () => void (rig = await startRig()), 60_000);
afterAll(() => rig?.stop());

test.each(Array.from({ length: KILLS }, (_, i) => i + 1))(
  'broker down for 10 s in mid-call (%i)',
  { timeout: 180_000 },
  async () => {
    const agent = await rig.startAgent();
    await agent.accepted(50);
    await rig.nats.kill();
    const before = await agent.tally();
    await pause(OUTAGE_MS);
    await rig.nats.restart();
    const during = await agent.tally();
    expect(during.published, 'the call went on').toBeGreaterThan(before.published + 100);
    await agent.accepted(during.published + 20);
    const tally = await agent.finish();
    await expectAllStored(rig, agent.call, tally);
    expect(tally.refused).toBe(0);
  },
);
