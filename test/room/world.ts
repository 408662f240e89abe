import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import { callFacts } from '../../clickhouse/queries/call-facts.ts';
import { listSpools } from '../../agent/collector/spool-list.ts';
import { isA, type Fact, type FactData, type FactType } from '../../events/catalogue.ts';
import { decode } from '../../events/codec.ts';
import { holdPort } from '../../lib/ports.ts';
import { playPerson } from '../callers/person.ts';
import { joinRoom, type RoomLine } from '../callers/room-line.ts';
import { callerToken } from '../callers/room-token.ts';
import { scriptOf } from '../callers/run-call.ts';
import { createVendorsClient, type VendorsClient } from '../callers/vendors-client.ts';
import { startAgent, type TestAgent } from '../harness/agent.ts';
import { startApi, type TestApi } from '../harness/api.ts';
import { startTestRooms, type StartRoomsOptions, type TestRooms } from '../harness/livekit.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker, startWorker, type TestWorker } from '../harness/worker.ts';
import type { Scenario } from '../scenarios/schema.ts';
import { apiKeyOf } from '../vendors/calls.ts';
import { startVendors } from '../vendors/start.ts';

export const TENANT = 't1';
/** A minute's stretch on a busy machine, for what takes seconds. */
const PATIENCE = { timeout: 60_000, interval: 100 };

/** Everything that a call in a room needs, each part the real one but the voice vendors. */
export type World = {
  rooms: TestRooms;
  nats: TestNats;
  store: TestStore;
  worker: TestWorker;
  api: TestApi;
  agent: TestAgent;
  vendors: VendorsClient;
  vendorsUrl: string;
  spoolDir: string;
  /** Starts another agent process. @param main its own program, unless it is the agent's */
  anotherAgent(env?: Record<string, string>, main?: string): Promise<TestAgent>;
  stop(): Promise<void>;
};

export type WorldOptions = {
  rooms?: StartRoomsOptions;
  agent?: Record<string, string>;
  worker?: Record<string, string>;
  api?: Record<string, string>;
};

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const undo: (() => Promise<unknown>)[] = [];
  const kept = async <Part>(starting: Promise<Part>, stop: (part: Part) => Promise<unknown>) => {
    const part = await starting;
    undo.push(() => stop(part));
    return part;
  };
  const stop = async () => {
    for (const step of undo.splice(0).toReversed()) await step().catch(() => undefined);
  };
  try {
    const spoolDir = await mkdtemp(path.join(os.tmpdir(), 'earshot-room-spool-'));
    undo.push(() => rm(spoolDir, { recursive: true, force: true }));
    // The LiveKit server must know the api's address long before there is an api.
    const place = await kept(holdPort(), (one) => one.release());
    const webhookUrl = `http://127.0.0.1:${place.port}/v1/livekit/webhooks`;
    const [nats, store, rooms, vendors] = await Promise.all([
      kept(startNats(), (one) => one.stop()),
      kept(startStore(), (one) => one.stop()),
      kept(startTestRooms({ webhookUrl, ...options.rooms }), (one) => one.stop()),
      kept(startVendors(), (one) => one.stop()),
    ]);
    await provisionBroker(nats);
    const livekit = { LIVEKIT_URL: rooms.url, LIVEKIT_API_KEY: rooms.apiKey, LIVEKIT_API_SECRET: rooms.apiSecret };
    const places = { API_PORT: String(place.port), LIVEKIT_AGENT_NAME: 'ada', ...livekit, ...options.api };
    await place.release();
    const api = await kept(startApi({ nats, store }, places), (one) => one.stop());
    const worker = await kept(startWorker({ nats, store }, options.worker), (one) => one.kill('SIGTERM'));
    const anotherAgent = (env: Record<string, string> = {}, main?: string) => {
      const parts = { rooms, nats, vendorsUrl: vendors.url, spoolDir };
      return kept(startAgent(parts, { ...options.agent, ...env }, main), (one) => one.stop());
    };
    const agent = await anotherAgent();
    const parts = { rooms, nats, store, worker, api, agent, spoolDir, vendorsUrl: vendors.url };
    return { ...parts, vendors: createVendorsClient(vendors.url), anotherAgent, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A caller in a room, and what he came to say. */
export type RoomCall = {
  room: string;
  line: RoomLine;
  /** Plays the scenario to its end. */
  play(): Promise<void>;
  /** Says one line of it; resolves when it is said. */
  say(index: number): Promise<void>;
  close(): Promise<void>;
};

let calls = 0;

/** Joins a room of his own and sends for the agent. */
export async function callIn(world: World, scenario: Scenario, agent = world.agent): Promise<RoomCall> {
  const name = `${scenario.name}-${process.pid}-${++calls}`;
  await world.vendors.open(name, scriptOf(scenario));
  const speeches = await Promise.all(
    scenario.conversation.map((line) => world.vendors.speech(line.caller, scenario.voice)),
  );
  const line = await joinRoom(world.rooms.url, await tokenFor(world, name, scenario, agent));
  const over = new AbortController();
  void line.over.then(() => over.abort());
  const person = (conversation: Scenario['conversation'], from: number, ends: Scenario['ends']) =>
    playPerson({
      scenario: { ...scenario, conversation, ends },
      speeches: speeches.slice(from),
      line,
      announce: (what) => world.vendors.announce(name, what),
      onSpeaking: () => undefined,
      signal: over.signal,
    });
  return {
    room: name,
    line,
    play: () => person(scenario.conversation, 0, scenario.ends),
    say: (index) => person(scenario.conversation.slice(index, index + 1), index, { by: 'agent' }),
    close: async () => {
      await line.close();
      await world.vendors.close(name);
    },
  };
}

/** Lets a caller into the room of that name, and sends for the agent. */
export function tokenFor({ rooms, agent: own }: World, name: string, scenario: Scenario, agent = own): Promise<string> {
  return callerToken(rooms, {
    room: name,
    agentName: agent.name,
    tenant: TENANT,
    name: scenario.participant.name,
    dispatch: { channel: 'web', vendorKey: apiKeyOf(name) },
  });
}

/** The process of a call: it holds the call's spool. */
export async function jobPidOf({ spoolDir }: World, call: string): Promise<number> {
  const spool = (await listSpools(spoolDir)).find((one) => one.call === call);
  if (spool?.holderPid === undefined) throw new Error(`nobody holds the spool of ${call}`);
  return spool.holderPid;
}

/** The call's id: the job that was sent into the room. Resolves when its agent is there. */
export function jobOf(world: World, { line }: RoomCall): Promise<string> {
  return vi.waitFor(() => {
    const agent = [...line.room.remoteParticipants.keys()].find((identity) => identity.startsWith('agent-'));
    if (agent === undefined) throw new Error(`no agent has come yet: ${world.agent.log().slice(-2_000)}`);
    return agent.slice('agent-'.length);
  }, PATIENCE);
}

/** What is stored of a call. */
export async function factsOf(world: World, call: string): Promise<Fact[]> {
  const rows = await world.store.store().run(callFacts, { tenant: TENANT, callId: call });
  return rows.map(({ payload }) => {
    const decoded = decode(Buffer.from(payload));
    if (decoded.kind !== 'fact') throw new Error(`what is stored does not fit the contract: ${payload}`);
    return decoded.fact;
  });
}

/** What is stored of a call when the agent's side of its books is closed: what was cut short becomes an item a moment after the end. */
export function closedFactsOf(world: World, call: string): Promise<Fact[]> {
  return vi.waitFor(async () => {
    const facts = await factsOf(world, call);
    const closed = facts.some(({ type, producer }) => type === 'producer.closed' && producer.kind === 'collector');
    if (!closed) throw new Error(`the books are open: ${facts.map(({ type }) => type).join(', ')}`);
    return facts;
  }, PATIENCE);
}

/** Resolves with the first stored fact of a type that fits. */
export function factOf<Type extends FactType>(
  world: World,
  call: string,
  type: Type,
  fits: (data: FactData<Type>) => boolean = () => true,
): Promise<Extract<Fact, { type: Type }>> {
  return vi.waitFor(async () => {
    const facts = await factsOf(world, call);
    const found = facts.filter(isA(type)).find((fact) => fits(fact.data as FactData<Type>));
    if (!found) throw new Error(`no ${type} among ${facts.map((fact) => fact.type).join(', ')}`);
    return found;
  }, PATIENCE);
}
