import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { bookOf, expectAllStored, KILLS, startRig, summaryOf, type Rig } from './rig.ts';

const WAIT = { timeout: 60_000, interval: 100 };
let rig: Rig;
beforeAll(async () => void (rig = await startRig()), 60_000);
afterAll(() => rig?.stop());

test.each(Array.from({ length: KILLS }, (_, i) => i + 1))(
  'agent killed -9 in mid-call: closed as agent_lost, drained by the next process, revised (%i)',
  { timeout: 180_000 },
  async () => {
    const lost = await rig.startAgent({ 'every-ms': '4' });
    await lost.accepted(100);
    // The broker is away when it dies, so that something is left in the spool.
    await rig.nats.kill();
    await lost.accepted((await lost.tally()).published + 100);
    await lost.kill();
    await rig.nats.restart();
    const ended = { status: 'ended', end_reason: 'agent_lost', complete: false };
    await vi.waitFor(async () => expect(await summaryOf(rig, lost.call)).toMatchObject(ended), WAIT);
    expect(await bookOf(rig, lost.call)).toMatchObject({ state: 'open', published: null });
    const before = await summaryOf(rig, lost.call);

    const next = await rig.startAgent();
    await expectAllStored(rig, lost.call, await lost.tally());
    expect(await bookOf(rig, lost.call)).toMatchObject({ closed_by: 'drain' });
    await vi.waitFor(async () => {
      const revised = await summaryOf(rig, lost.call);
      expect(revised).toMatchObject({ status: 'ended', end_reason: 'agent_lost', complete: true });
      expect(revised?.ended_at, 'the end was revised').toBeGreaterThan(before?.ended_at ?? Infinity);
    }, WAIT);
    await expectAllStored(rig, next.call, await next.finish());
  },
);
