import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Faults } from '../vendors/script.ts';
import { noRooms } from '../harness/livekit.ts';
import { talker } from './talker.ts';
import { callIn, factOf, factsOf, jobOf, startWorld, type RoomCall, type World } from './world.ts';

const without = await noRooms();
if (without) console.warn(without);

/** What a caller may wait for a sound, ms; the machine is shared. */
const SOON_MS = 3_000;
const SLACK_MS = 1_000;
const LONG_MS = 150_000;
const PATIENCE = { timeout: 40_000, interval: 50 };
const MODELS = ['gpt-4.1-mini', 'gpt-4.1-nano'];

describe.skipIf(without)('when a vendor fails in a call', { timeout: LONG_MS }, () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld({ agent: { AGENT_CONFIG: 'test/callers/agent.yaml' } });
  }, LONG_MS);
  afterAll(() => world?.stop());

  const withFaults = (faults: Faults) => callIn(world, { ...talker, faults });
  /** From his last sound to the first that he hears, ms. */
  const waited = async ({ line }: RoomCall, before: number) => {
    await vi.waitFor(() => expect(line.waits.length).toBeGreaterThan(before), PATIENCE);
    return line.waits[before] ?? 0;
  };

  it('a model that hangs: a sentence comes in time, then the answer of the second one', async () => {
    const call = await withFaults({ modelDown: { models: ['gpt-4.1-mini'], how: 'hangs', afterAnswers: 0 } });
    const id = await jobOf(world, call);
    await call.say(0);
    expect(await waited(call, call.line.waits.length)).toBeLessThan(SOON_MS + SLACK_MS);
    await factOf(world, id, 'item.committed', ({ text }) => (text ?? '').includes('a good size'));
    const switched = await factOf(world, id, 'fallback.switched');
    expect(switched.data).toMatchObject({ kind: 'llm', available: false });
    await call.close();
  });

  it('both models: a sentence, then goodbye; the room is closed and the reason is on record', async () => {
    const call = await withFaults({ modelDown: { models: MODELS, how: 'refuses', afterAnswers: 0 } });
    const id = await jobOf(world, call);
    await call.say(0);
    expect(await waited(call, call.line.waits.length)).toBeLessThan(SOON_MS + SLACK_MS);
    await call.line.over;
    const end = await factOf(world, id, 'call.ended');
    expect(end.data).toMatchObject({ reason: 'error', by: 'system' });
    await call.close();
  });

  it('the only voice: the caller still hears that something is wrong', async () => {
    const call = await withFaults({ voiceDown: { models: ['eleven_turbo_v2_5'], how: 'refuses', afterAnswers: 0 } });
    const joinedAt = Date.now();
    const id = await jobOf(world, call);
    await vi.waitFor(() => expect(call.line.heard.length).toBeGreaterThan(0), PATIENCE);
    expect((call.line.heard[0]?.from ?? 0) - joinedAt).toBeLessThan(SOON_MS + 2 * SLACK_MS);
    await call.line.over;
    expect((await factOf(world, id, 'call.ended')).data).toMatchObject({ reason: 'error', by: 'system' });
    await call.close();
  });

  it('a recogniser whose connection is dropped: the caller is asked again, and is heard then', async () => {
    const call = await withFaults({ recogniserDown: { model: 'nova-3', afterFinals: 1 } });
    const id = await jobOf(world, call);
    await call.say(0);
    await call.say(1);
    expect(await waited(call, call.line.waits.length)).toBeLessThan(SOON_MS + SLACK_MS);
    await call.say(1);
    await factOf(world, id, 'item.committed', ({ text }) => text === 'And what does it cost?');
    await factOf(world, id, 'fallback.switched', ({ kind }) => kind === 'stt');
    await call.close();
  });

  it('the recogniser: the second one takes over, and nothing that was said is lost', async () => {
    const call = await withFaults({ recogniserDown: { model: 'nova-3', afterFinals: 0 } });
    const id = await jobOf(world, call);
    await call.say(0);
    await factOf(world, id, 'item.committed', ({ text }) => text === 'We are a team of twelve people.');
    expect((await factsOf(world, id)).filter(({ type }) => type === 'fallback.switched')).not.toEqual([]);
    await call.close();
  });
});
