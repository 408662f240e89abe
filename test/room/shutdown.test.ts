import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { noRooms } from '../harness/livekit.ts';
import { talker } from './talker.ts';
import { callIn, closedFactsOf, factOf, factsOf, jobOf, startWorld, type RoomCall, type World } from './world.ts';

const without = await noRooms();
if (without) console.warn(without);

/** Recorded end and last audio lie no further apart. */
const AT_THE_END_MS = 2_000;
/** An end is on record so long after the signal that decides it. */
const ON_RECORD_MS = 5_000;
/** Enough for a few words of the answer. */
const HEARD_MS = 1_500;
const QUITTING = fileURLToPath(new URL('./quitting-agent.ts', import.meta.url));
const DRAIN_MS = 4_000;
/** The goodbye lasts five seconds. */
const TOLD_MS = 3_000;
const LONG_MS = 150_000;
const PATIENCE = { timeout: 40_000, interval: 50 };

describe.skipIf(without)('an agent process', { timeout: LONG_MS }, () => {
  let world: World;
  let calls: RoomCall[] = [];

  beforeAll(async () => {
    world = await startWorld({ agent: { AGENT_CONFIG: 'test/callers/agent.yaml', AGENT_DRAIN_MS: String(DRAIN_MS) } });
  }, LONG_MS);
  afterAll(() => world?.stop());
  afterEach(() => Promise.all(calls.splice(0).map((call) => call.close())));

  /** A call in which the caller has spoken, and the agent is answering. */
  async function inTheMiddle(agent = world.agent): Promise<{ call: RoomCall; id: string }> {
    const call = await callIn(world, talker, agent);
    calls.push(call);
    const id = await jobOf(world, call);
    await call.say(0);
    await vi.waitFor(() => expect(call.line.answering() && call.line.heard.length > 1).toBe(true), PATIENCE);
    return { call, id };
  }

  it('that is asked to end lets a call go on as long as it may, and says why it ended', async () => {
    const { call, id } = await inTheMiddle();
    const at = Date.now();
    const gone = world.agent.end('SIGTERM');
    const end = await factOf(world, id, 'call.ended');
    expect(end.data).toMatchObject({ reason: 'shutdown', by: 'system' });
    expect(end.data.endedAt - at).toBeGreaterThan(DRAIN_MS - AT_THE_END_MS);
    expect(end.data.endedAt - at).toBeLessThan(DRAIN_MS + 5_000);
    await gone;
    // He is told by the end of the room.
    await call.line.over;
  });

  it('whose job is ended by code says so, at once, and the caller is let go', async () => {
    const quitting = await world.anotherAgent({ LIVEKIT_AGENT_NAME: 'quitting' }, QUITTING);
    const { call, id } = await inTheMiddle(quitting);
    await vi.waitFor(() => expect(call.line.heardMs()).toBeGreaterThan(HEARD_MS), PATIENCE);
    const at = Date.now();
    await call.line.room.localParticipant?.sendText('now', { topic: 'quit' });
    const end = await factOf(world, id, 'call.ended');
    expect(end.data).toMatchObject({ reason: 'shutdown', by: 'system', detail: 'the job was shut down' });
    expect(end.at - at).toBeLessThan(ON_RECORD_MS);
    await call.line.over;
    expect(Math.abs(end.data.endedAt - (call.line.heard.at(-1)?.to ?? 0))).toBeLessThan(AT_THE_END_MS);
    const said = (await closedFactsOf(world, id)).filter(({ type }) => type === 'item.committed');
    const texts = said.map(({ data }) => String(data['text'])).join(' ');
    expect(texts).toContain('We are a team of twelve people.');
    expect(texts).toContain('Twelve people');
  });

  it('that is killed under two calls loses nothing of either, and both callers are told', async () => {
    const killed = await world.anotherAgent({ LIVEKIT_AGENT_NAME: 'killed' });
    const both = [await inTheMiddle(killed), await inTheMiddle(killed)];
    const at = Date.now();
    await killed.end('SIGKILL');
    for (const { call, id } of both) {
      const end = await factOf(world, id, 'call.ended');
      expect(end.data).toMatchObject({ reason: 'shutdown', by: 'system', detail: 'the worker went away' });
      expect(Math.abs(end.data.endedAt - at)).toBeLessThan(AT_THE_END_MS);
      const closed = await factOf(world, id, 'producer.closed');
      const facts = await factsOf(world, id);
      const seqs = facts.filter(({ producer }) => producer.kind === 'collector').map(({ producer }) => producer.seq);
      expect(seqs.toSorted((a, b) => Number(a) - Number(b))).toEqual(
        Array.from({ length: closed.data.lastSeq }, (_, seq) => seq + 1),
      );
      await call.line.over;
      // He heard that something is wrong, and not only the answer that was under way.
      expect(call.line.heard.at(-1)?.to).toBeGreaterThan(at + TOLD_MS);
    }
  });
});
