import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { scriptOf } from '../callers/run-call.ts';
import { noRooms } from '../harness/livekit.ts';
import { startCallerProcess } from './caller-process.ts';
import { talker } from './talker.ts';
import { callIn, factOf, factsOf, jobOf, jobPidOf, startWorld, tokenFor, type RoomCall, type World } from './world.ts';

const without = await noRooms();
if (without) console.warn(without);

/** Recorded end and last audio lie no further apart. */
const AT_THE_END_MS = 2_000;
/** LiveKit tells the agent so long after the last packet that a line is lost. */
const QUALITY_LOST_MS = 16_000;
/** A webhook's time has no fractions. */
const WHOLE_SECONDS_MS = 1_000;
/** A shared machine. */
const LONG_MS = 150_000;
const PATIENCE = { timeout: 40_000, interval: 50 };

describe.skipIf(without)('a call in a room ends', { timeout: LONG_MS }, () => {
  let world: World;
  let call: RoomCall | undefined;

  beforeAll(async () => {
    world = await startWorld({ agent: { AGENT_CONFIG: 'test/callers/agent.yaml' } });
  }, LONG_MS);
  afterAll(() => world?.stop());
  afterEach(async () => {
    await call?.close();
    call = undefined;
  });

  /** A call in which the caller has spoken, and the agent is answering. */
  async function inTheMiddle(): Promise<{ call: RoomCall; id: string }> {
    const made = (call = await callIn(world, talker));
    const id = await jobOf(world, made);
    await made.say(0);
    await vi.waitFor(() => expect(made.line.answering() && made.line.heard.length > 1).toBe(true), PATIENCE);
    return { call: made, id };
  }

  /** What is on record of the end, and that nothing of what was said is lost. */
  async function ended(id: string, lastAudioAt: number) {
    const end = await factOf(world, id, 'call.ended');
    expect(Math.abs(end.data.endedAt - lastAudioAt)).toBeLessThan(AT_THE_END_MS);
    const said = (await factsOf(world, id)).filter(({ type }) => type === 'item.committed');
    expect(said.map(({ data }) => data['text'])).toContain('We are a team of twelve people.');
    return end;
  }

  it('when the caller leaves', async () => {
    const { call, id } = await inTheMiddle();
    const at = Date.now();
    await call.line.close();
    const end = await ended(id, at);
    expect(end.data).toMatchObject({ reason: 'caller_hung_up', by: 'caller' });
    expect(end.at - at).toBeLessThan(5_000);
    await factOf(world, id, 'producer.closed');
  });

  it('when the caller is taken out of the room', async () => {
    const { call, id } = await inTheMiddle();
    const at = Date.now();
    await world.rooms.admin.removeParticipant(call.room, 'caller');
    const end = await ended(id, at);
    expect(end.data).toMatchObject({ reason: 'room_closed', by: 'system', detail: 'PARTICIPANT_REMOVED' });
    expect(end.at - at).toBeLessThan(5_000);
  });

  it('when the room is deleted', async () => {
    const { call, id } = await inTheMiddle();
    const at = Date.now();
    await world.rooms.admin.deleteRoom(call.room);
    const end = await ended(id, at);
    expect(end.data).toMatchObject({ reason: 'room_closed', by: 'system' });
    expect(end.at - at).toBeLessThan(5_000);
  });

  it('when the caller is killed: long before LiveKit takes him out', async () => {
    const name = `killed-${process.pid}`;
    await world.vendors.open(name, scriptOf(talker));
    const token = await tokenFor(world, name, talker);
    const [first] = talker.conversation;
    const what = { url: world.rooms.url, token, vendorsUrl: world.vendorsUrl, call: name, text: first?.caller ?? '' };
    const caller = await startCallerProcess(what);
    const at = Date.now();
    caller.kill();
    const end = await ended(caller.agent.slice('agent-'.length), at);
    expect(end.data).toMatchObject({ reason: 'line_lost', by: 'unknown' });
    expect(end.at - at).toBeLessThan(QUALITY_LOST_MS + 5_000);
  });

  it('when its job is killed: the webhook that the agent left closes it', async () => {
    const { call, id } = await inTheMiddle();
    const job = await jobPidOf(world, id);
    const at = Date.now();
    process.kill(job, 'SIGKILL');
    const left = await factOf(world, id, 'participant.left', ({ role }) => role === 'agent');
    const end = await ended(id, at);
    expect(end.data).toMatchObject({ reason: 'agent_lost', by: 'system' });
    expect(end.at - left.at).toBeLessThan(5_000 + WHOLE_SECONDS_MS);
    await call.line.close();
  });

  // LiveKit's native client does not always find back to a server that was gone for a moment: seen in one of five calls.
  it('goes on when the server is restarted, and ends when the caller leaves', { retry: 2 }, async () => {
    const { call, id } = await inTheMiddle();
    await world.rooms.kill();
    await world.rooms.restart();
    // The new server knows only of whom has come back.
    const back = async () => (await world.rooms.admin.listParticipants(call.room)).map(({ identity }) => identity);
    await vi.waitFor(async () => expect((await back()).toSorted()).toEqual([`agent-${id}`, 'caller']), PATIENCE);
    await vi.waitFor(() => expect(call.line.room.isConnected).toBe(true), PATIENCE);
    expect((await factsOf(world, id)).filter(({ type }) => type === 'call.ended')).toEqual([]);
    const at = Date.now();
    await call.line.close();
    expect((await ended(id, at)).data).toMatchObject({ reason: 'caller_hung_up', by: 'caller' });
  });

  it('when the agent is taken out of the room', async () => {
    const { call, id } = await inTheMiddle();
    const at = Date.now();
    await world.rooms.admin.removeParticipant(call.room, `agent-${id}`);
    const end = await ended(id, at);
    expect(end.data).toMatchObject({ by: 'system' });
    expect(end.at - at).toBeLessThan(5_000);
  });
});
