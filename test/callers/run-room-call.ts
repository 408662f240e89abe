import { RoomEvent, type TextStreamReader } from '@livekit/rtc-node';
import { EarshotError } from '../../lib/errors.ts';
import { pause } from '../../lib/retry.ts';
import { LONGEST_CALL_MS, type Scenario } from '../scenarios/schema.ts';
import { apiKeyOf } from '../vendors/calls.ts';
import { noOutcome, type CallOutcome } from './outcome.ts';
import { playPerson } from './person.ts';
import type { Tell } from './progress.ts';
import { joinRoom, type RoomLine } from './room-line.ts';
import { callerToken, type RoomKey } from './room-token.ts';
import { scriptOf } from './run-call.ts';
import { createVendorsClient } from './vendors-client.ts';

/** An agent is there in a second or two; on a busy machine it may take as long as this. */
const AGENT_COMES_MS = 30_000;
const AGENT = 'agent-';

export type RunRoomCallOptions = {
  scenario: Scenario;
  /** Unique among the calls that share rooms and emulated vendors. */
  name: string;
  vendorsUrl: string;
  rooms: RoomKey & { url: string };
  agentName: string;
  tenant: string;
  /** The agent talks to the real vendors. */
  realVendors: boolean;
  tell: Tell;
  /** Told once, when the agent has come: its job is the call. */
  onCall(call: string): void;
};

/**
 * One call in a LiveKit room: a caller on real WebRTC, the agent that the token sends for.
 *
 * @throws EarshotError `no_agent_came`, `call_too_long`
 */
export async function runRoomCall(options: RunRoomCallOptions): Promise<CallOutcome> {
  const { scenario, name, rooms, agentName, tenant, tell } = options;
  const vendors = createVendorsClient(options.vendorsUrl);
  await vendors.open(name, scriptOf(scenario));
  const speeches = await Promise.all(scenario.conversation.map((line) => vendors.speech(line.caller, scenario.voice)));
  const { name: called, email, company } = scenario.participant;
  const dispatch = { channel: scenario.channel, ...(options.realVendors ? {} : { vendorKey: apiKeyOf(name) }) };
  const who = { name: called, metadata: { email, company } };
  const token = await callerToken(rooms, { room: name, agentName, tenant, dispatch, ...who });

  const startedAt = Date.now();
  const line = await joinRoom(rooms.url, token);
  const over = new AbortController();
  void line.over.then(() => over.abort());
  const deadline = setTimeout(() => over.abort(), LONGEST_CALL_MS);
  try {
    followAgent(line, tell);
    options.onCall(await agentOf(line, scenario, over.signal));
    tell({ phase: 'started' });
    await playPerson({
      ...{ scenario, speeches, line, signal: over.signal },
      announce: (what) => vendors.announce(name, what),
      onSpeaking: (text) => tell({ phase: 'speaking', who: 'caller', text }),
    });
    const byAgent = scenario.ends.by === 'agent';
    if (byAgent) await Promise.race([line.over, pause(LONGEST_CALL_MS, over.signal)]);
    const end = byAgent ? { reason: 'agent_ended', by: 'agent' } : { reason: 'caller_hung_up', by: 'caller' };
    return { ...noOutcome(startedAt), durationMs: Date.now() - startedAt, end, waits: [...line.waits] };
  } finally {
    clearTimeout(deadline);
    await line.close();
    await vendors.close(name);
  }
}

/** Resolves with the id of the agent's job. */
async function agentOf({ room }: RoomLine, scenario: Scenario, over: AbortSignal): Promise<string> {
  const come = () => [...room.remoteParticipants.keys()].find((identity) => identity.startsWith(AGENT));
  const waiting = AbortSignal.any([over, AbortSignal.timeout(AGENT_COMES_MS)]);
  const joined = new AbortController();
  const onJoined = () => come() !== undefined && joined.abort();
  room.on(RoomEvent.ParticipantConnected, onJoined);
  if (come() === undefined) await pause(AGENT_COMES_MS, AbortSignal.any([waiting, joined.signal]));
  room.off(RoomEvent.ParticipantConnected, onJoined);
  const agent = come();
  if (agent !== undefined) return agent.slice(AGENT.length);
  const fix = 'see whether an agent is registered: the log of the agent process';
  const message = `no agent came within ${AGENT_COMES_MS / 1_000} s`;
  throw new EarshotError({ code: 'no_agent_came', field: scenario.name, message, fix });
}

/** What the agent says, as it is transcribed to the room. */
function followAgent({ room }: RoomLine, tell: Tell): void {
  const read = async (reader: TextStreamReader, identity: string) => {
    // He may leave before it was read to its end.
    const text = (await reader.readAll().catch(() => '')).trim();
    if (identity.startsWith(AGENT) && text !== '') tell({ phase: 'speaking', who: 'agent', text });
  };
  room.registerTextStreamHandler('lk.transcription', (reader, { identity }) => void read(reader, identity));
}
