import { AccessToken, RoomAgentDispatch, RoomConfiguration } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { alertsOfCalls } from '../../clickhouse/queries/alerts-of-calls.ts';
import { callsOfIds } from '../../clickhouse/queries/calls-of-ids.ts';
import { waitingCall } from '../../events/ids.ts';
import { joinRoom, type RoomLine } from '../callers/room-line.ts';
import { noRooms } from '../harness/livekit.ts';
import { startSlack, type TestSlack } from '../harness/slack.ts';
import { briefTalker } from './talker.ts';
import { factOf, factsOf, startWorld, TENANT, tokenFor, type World } from './world.ts';

const without = await noRooms();
if (without) console.warn(without);

const NO_AGENT_AFTER_MS = 2_000;
/** From then on: the sweep, the conclusion, the delivery. */
const TOLD_MS = 4_000;
const LONG_MS = 150_000;
const PATIENCE = { timeout: 40_000, interval: 50 };

describe.skipIf(without)('a caller in a room', { timeout: LONG_MS }, () => {
  let world: World;
  let slack: TestSlack;
  const lines: RoomLine[] = [];

  beforeAll(async () => {
    slack = await startSlack();
    world = await startWorld({
      agent: { AGENT_CONFIG: 'test/callers/agent.yaml', EARSHOT_TENANT: TENANT },
      api: { LIVEKIT_TENANT: TENANT },
      worker: {
        NO_AGENT_AFTER_MS: String(NO_AGENT_AFTER_MS),
        SLACK_WEBHOOK_URL: slack.webhook('ops'),
        EARSHOT_PUBLIC_URL: 'https://earshot.example',
      },
    });
  }, LONG_MS);
  afterAll(async () => {
    await Promise.all(lines.map((line) => line.close()));
    await world?.stop();
    await slack?.stop();
  });

  const join = async (token: string) => {
    const line = await joinRoom(world.rooms.url, token);
    lines.push(line);
    return line;
  };
  /** The call that a room is while nobody has taken it. */
  const waitingIn = async ({ room }: RoomLine) => waitingCall(world.rooms.apiSecret, await room.getSid());
  /** A token as somebody else on the same server makes it: nothing of ours stands in it. @param agentName whom it sends for */
  const strangersToken = (room: string, agentName?: string) => {
    const { apiKey, apiSecret } = world.rooms;
    const token = new AccessToken(apiKey, apiSecret, { identity: 'caller', ttl: '1h' });
    token.addGrant({ roomJoin: true, room, canPublish: true, canSubscribe: true });
    const agents = agentName === undefined ? [] : [new RoomAgentDispatch({ agentName })];
    token.roomConfig = new RoomConfiguration({ agents });
    return token.toJwt();
  };

  it('of which nothing is said is on record from when our agent takes his call', async () => {
    await world.vendors.open('nobody', { agentVoice: briefTalker.voice, reactions: [], otherwise: '-', faults: {} });
    const line = await join(await strangersToken('unmarked', world.agent.name));
    await vi.waitFor(() => expect(line.answered()).toBe(true), PATIENCE);
    const agent = [...line.room.remoteParticipants.keys()].find((identity) => identity.startsWith('agent-'));
    const id = agent?.slice('agent-'.length) ?? '';
    await line.close();
    const left = await factOf(world, id, 'participant.left', ({ role }) => role === 'caller');
    expect(left.producer.kind).toBe('webhook');
    expect((await factOf(world, id, 'call.ended')).data).toMatchObject({ reason: 'caller_hung_up' });
  });

  it('whom no agent joins is told of within seconds, once; one in a room of others never', async () => {
    // From here on nobody takes calls.
    await world.agent.stop();
    const [stranger, foreign] = await Promise.all([
      join(await strangersToken('theirs')),
      join(await strangersToken('theirs-with-agent', 'their-agent')),
    ]);
    const line = await join(await tokenFor(world, 'ours', briefTalker));
    const joinedAt = Date.now();
    const call = await waitingIn(line);
    await vi.waitFor(() => expect(slack.about(`/calls/${call}`)).toHaveLength(1), PATIENCE);
    expect(Date.now() - joinedAt).toBeGreaterThan(NO_AGENT_AFTER_MS);
    expect(Date.now() - joinedAt).toBeLessThan(NO_AGENT_AFTER_MS + TOLD_MS);
    expect(JSON.stringify(slack.about(`/calls/${call}`)[0]?.body)).toContain('Tess Talker');

    await line.close();
    await vi.waitFor(async () => {
      const [session] = await world.store.store().run(callsOfIds, { tenant: TENANT, callIds: [call] });
      expect(session).toMatchObject({ status: 'ended', end_reason: 'agent_never_came', ended_by: 'caller' });
    }, PATIENCE);
    expect(slack.about(`/calls/${call}`)).toHaveLength(1);
    expect(await world.store.store().run(alertsOfCalls, { tenant: TENANT, callIds: [call] })).toHaveLength(1);
    for (const other of [stranger, foreign]) {
      const id = await waitingIn(other);
      expect(slack.about(`/calls/${id}`)).toEqual([]);
      expect(await factsOf(world, id)).toEqual([]);
    }
  });
});
