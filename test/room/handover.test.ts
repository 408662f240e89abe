import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { callsOfIds } from '../../clickhouse/queries/calls-of-ids.ts';
import { MICROPHONE_RATE } from '../callers/microphone.ts';
import { joinRoom, type RoomLine } from '../callers/room-line.ts';
import { callerToken } from '../callers/room-token.ts';
import { noRooms } from '../harness/livekit.ts';
import { startService } from '../tools/service.ts';
import { callScript } from '../vendors/script.ts';
import { resample } from '../vendors/speech.ts';
import { talker } from './talker.ts';
import { factOf, factsOf, startWorld, TENANT, tokenFor, type World } from './world.ts';

const without = await noRooms();
if (without) console.warn(without);

const ROOM = 'handover';
const ASKS = 'Can I talk to a human being please?';
const REASON = 'Tess wants a contract for three years.';
const GREETS = 'Hello Tess, this is Max. I have read what you need.';
const LONG_MS = 150_000;
const PATIENCE = { timeout: 40_000, interval: 50 };
const anybody = () => true;

describe.skipIf(without)('a caller who asks for a human', { timeout: LONG_MS }, () => {
  let world: World;
  let service: Awaited<ReturnType<typeof startService>>;
  let dir: string;
  let human: Promise<RoomLine> | undefined;
  let caller: RoomLine;

  beforeAll(async () => {
    dir = await mkdtemp(path.join(os.tmpdir(), 'earshot-handover-'));
    service = await startService(() => {
      human = joinAsHuman();
      return { body: { accepted: true, who: 'Max' } };
    });
    const document = path.join(dir, 'ada.yaml');
    const sample = await readFile('test/callers/agent.yaml', 'utf8');
    const transfer = `  transfer: { service: { url: "${service.url}/desk", joinUrl: "https://desk.example/{room}" } }\n`;
    await writeFile(document, sample + transfer);
    world = await startWorld({ agent: { AGENT_CONFIG: document } });
  }, LONG_MS);
  afterAll(async () => {
    await Promise.all([caller?.close(), human?.then((line) => line.close())]);
    await world?.stop();
    await service?.stop();
    await rm(dir, { recursive: true, force: true });
  });

  /** A colleague with a token of his own, without an agent of his own. */
  async function joinAsHuman(): Promise<RoomLine> {
    const of = { room: ROOM, identity: 'human-max', name: 'Max', agentName: '', tenant: TENANT, dispatch: {} };
    return joinRoom(world.rooms.url, await callerToken(world.rooms, of), anybody);
  }

  it('is introduced to him, both hear each other, the agent is gone, and the record says who took over', async () => {
    const tools = [{ name: 'transfer_to_human', args: { reason: REASON } }];
    const script = { agentVoice: {}, reactions: [{ to: ASKS, tools, reply: '-' }], otherwise: '-', faults: {} };
    await world.vendors.open(ROOM, callScript.parse(script));
    const [question, greeting] = await Promise.all(
      [ASKS, GREETS].map((text) => world.vendors.speech(text, talker.voice)),
    );
    if (!question || !greeting) throw new Error('there are two sentences');
    caller = await joinRoom(world.rooms.url, await tokenFor(world, ROOM, talker), anybody);
    await vi.waitFor(() => expect(caller.answered()).toBe(true), PATIENCE);
    const agent = [...caller.room.remoteParticipants.keys()].find((identity) => identity.startsWith('agent-')) ?? '';
    const id = agent.slice('agent-'.length);
    await world.vendors.announce(ROOM, question);
    await caller.speak(pcmOf(question));

    await vi.waitFor(() => expect(human).toBeDefined(), PATIENCE);
    const max = await human!;
    await vi.waitFor(() => expect(presentWith(caller)).toEqual(['human-max']), PATIENCE);
    // He heard the introduction, the last words of the agent.
    expect(max.heard.length).toBeGreaterThan(0);

    for (const [speaks, listens, what] of [[max, caller, greeting] as const, [caller, max, question] as const]) {
      await vi.waitFor(() => expect(listens.answering()).toBe(false), PATIENCE);
      const before = listens.heard.length;
      await speaks.speak(pcmOf(what));
      await vi.waitFor(() => expect(listens.heard.length).toBeGreaterThan(before), PATIENCE);
    }
    expect(presentWith(max)).toEqual(['caller']);

    expect(service.asked).toMatchObject([
      {
        path: '/desk',
        body: {
          room: ROOM,
          reason: REASON,
          joinUrl: `https://desk.example/${ROOM}`,
          summary: expect.stringContaining(ASKS),
        },
      },
    ]);
    const { data: handover } = await factOf(world, id, 'handover.requested');
    expect(handover).toMatchObject({ accepted: true, who: 'Max', reason: REASON });
    expect(handover.summary).toContain(`Caller: ${ASKS}`);
    expect((await factOf(world, id, 'call.ended')).data).toMatchObject({ reason: 'transferred', detail: 'to Max' });
    const said = (await factsOf(world, id)).filter(({ type }) => type === 'item.committed');
    expect(String(said.at(-1)?.data['text'])).toBe(`Max is on the line now. ${REASON}`);
    await vi.waitFor(async () => {
      const [session] = await world.store.store().run(callsOfIds, { tenant: TENANT, callIds: [id] });
      expect(session).toMatchObject({ status: 'ended', end_reason: 'transferred', ended_by: 'agent', complete: true });
    }, PATIENCE);
  });
});

function presentWith({ room }: RoomLine): string[] {
  return [...room.remoteParticipants.keys()];
}

function pcmOf({ pcm, sampleRate }: { pcm: Int16Array; sampleRate: number }): Int16Array {
  return resample(pcm, sampleRate, MICROPHONE_RATE);
}
