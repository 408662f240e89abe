import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { bookOf, expectAllStored, KILLS, startRig, type Rig } from './rig.ts';

let rig: Rig;
beforeAll(async () => void (rig = await startRig()), 60_000);
afterAll(() => rig?.stop());

test.each(Array.from({ length: KILLS }, (_, i) => i + 1))(
  'a full spool refuses the newest and declares a gap of the right size (%i)',
  { timeout: 180_000 },
  async () => {
    const agent = await rig.startAgent({ 'every-ms': '2', 'spool-bytes': String(128 * 1024) });
    await agent.accepted(20);
    await rig.nats.kill();
    await vi.waitFor(async () => expect((await agent.tally()).refused).toBeGreaterThan(50), { timeout: 30_000 });
    await rig.nats.restart();
    const tally = await agent.finish();
    await expectAllStored(rig, agent.call, tally);
    expect((await bookOf(rig, agent.call))?.declared_gaps).toBe(tally.refused);
  },
);
