import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { turnsOfCalls } from '../../clickhouse/queries/turns-of-calls.ts';
import { isA } from '../../events/catalogue.ts';
import type { Faults } from '../vendors/script.ts';
import { noRooms } from '../harness/livekit.ts';
import { talker } from './talker.ts';
import { callIn, factOf, factsOf, jobOf, startWorld, TENANT, type RoomCall, type World } from './world.ts';

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

  const turnsOf = (id: string) => world.store.store().run(turnsOfCalls, { tenant: TENANT, callIds: [id] });
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
    const { data: moment } = await factOf(world, id, 'item.committed', ({ text }) => text.startsWith('One moment'));
    expect(moment).toMatchObject({ role: 'assistant', itemId: 'shipped-1' });
    const heardAt = call.line.lastSoundAt() + (call.line.waits.at(-1) ?? 0);
    expect(Math.abs(heardAt - (moment.startedSpeakingAt ?? 0))).toBeLessThan(SLACK_MS);
    // What he waited for is the answer, not the sentence before it.
    const turn = await vi.waitFor(async () => {
      const found = (await turnsOf(id)).find(({ turn, heard_ms: ms }) => turn === 1 && ms !== null);
      return found ?? Promise.reject(new Error('turn 1 is not concluded yet'));
    }, PATIENCE);
    expect(turn).toMatchObject({ excluded: '', interrupted: false });
    expect(Number(turn.heard_ms)).toBeGreaterThan(SOON_MS);
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
    expect(Math.abs(end.data.endedAt - (call.line.heard.at(-1)?.to ?? 0))).toBeLessThan(SLACK_MS);
    const said = (await factsOf(world, id)).flatMap((fact) => (isA('item.committed')(fact) ? [fact.data] : []));
    const [moment, goodbye] = said.filter(({ itemId }) => itemId.startsWith('shipped-'));
    expect([moment?.text, goodbye?.text]).toEqual(['One moment, please.', expect.stringContaining('Goodbye')]);
    const [turn] = (await turnsOf(id)).filter(({ turn }) => turn === 1);
    expect(turn).toMatchObject({ heard_ms: null, excluded: 'not_heard' });
    const [first, last] = call.line.heard.slice(-2);
    for (const [item, heard] of [[moment, first] as const, [goodbye, last] as const])
      expect(Math.abs((item?.startedSpeakingAt ?? 0) - (heard?.from ?? 0))).toBeLessThan(SLACK_MS);
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
