import type { DeployEnv, Environment } from '../env.ts';
import { freePort } from '../../lib/ports.ts';
import { startAgent } from './agent.ts';
import { startApi } from './api.ts';
import { startBroker } from './broker.ts';
import { onPort } from './ports.ts';
import { DATABASE, prepareBroker, prepareStore } from './prepare.ts';
import type { Running } from './process.ts';
import { freeUdpPort, newRoomsKey, startRooms } from './rooms.ts';
import { keepFacts } from './run-facts.ts';
import type { State } from './state.ts';
import { startStore } from './store.ts';
import type { Supervision } from './supervision.ts';
import { startWorker } from './worker.ts';

export type Ports = Pick<
  DeployEnv,
  | 'EARSHOT_NATS_PORT'
  | 'EARSHOT_CLICKHOUSE_PORT'
  | 'EARSHOT_ROOMS_PORT'
  | 'EARSHOT_API_PORT'
  | 'EARSHOT_WORKER_PORT'
  | 'EARSHOT_AGENT_PORT'
>;

export type StackOptions = {
  state: State;
  /** What the processes inherit; settings of other brokers and stores are taken out. */
  env: Environment;
  ports?: Ports;
  /** Worker processes; 0 for a stream that nobody reads. */
  workers?: number;
  /** A server of rooms too, with the api receiving its webhooks. */
  rooms?: boolean;
  /** One line per thing a person may want to know: what died and comes back. */
  log?: (line: string) => void;
  /** Gives the start up; after it, `stop` is the way. */
  signal?: AbortSignal;
};

/** Broker, store, api and workers of one state folder. */
export type Stack = {
  natsUrl: string;
  clickhouseUrl: string;
  /** The api and the dashboard. */
  apiUrl: string;
  /** Health, readiness and metrics of each worker. */
  workerUrls: string[];
  /** The inherited environment with what an agent or a command needs to reach this stack. */
  env: Environment;
  broker: Running;
  store: Running;
  api: Running;
  workers: Running[];
  /** Starts an agent for the run's rooms; `more` says which vendors it talks to. */
  startAgent(more: Environment): Promise<void>;
  /** Workers and api first, then the store, then the broker; each has a deadline and is killed after it. */
  stop(): Promise<void>;
};

/** They would lead the processes to another broker or store, or make them ask for production's secrets. */
const FOREIGN = [
  'LIVEKIT_URL',
  'LIVEKIT_API_KEY',
  'LIVEKIT_API_SECRET',
  'LIVEKIT_AGENT_NAME',
  'NODE_ENV',
  'EARSHOT_PUBLIC_URL',
  'NATS_USER',
  'NATS_PASSWORD',
  'NATS_CREDS',
  'CLICKHOUSE_USER',
  'CLICKHOUSE_PASSWORD',
];

/**
 * Starts broker, store, api and workers on loopback, with schema and streams in place. What dies is started again on the
 * same port. Nothing outlives this process, even when it is killed.
 *
 * @throws EarshotError `port_in_use`, `process_failed`, `nats_server_missing`; what had started is stopped again.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { state, ports = {}, workers = 1, log = () => {}, signal } = options;
  const { publish, ...listeners } = keepFacts(state, log);
  const inherited = Object.fromEntries(Object.entries(options.env).filter(([name]) => !FOREIGN.includes(name)));
  const started: Running[] = [];
  const stop = () => stopInOrder(started);
  const start: Start = (setting, env, starter, port = ports[setting]) =>
    onPort({ name: setting, port: port ?? undefined }, async (free) => {
      const part = await starter({ state, env, signal, ...listeners }, free);
      started.push(part.process);
      return part;
    });

  try {
    const [broker, store] = await both(
      start('EARSHOT_NATS_PORT', inherited, startBroker),
      start('EARSHOT_CLICKHOUSE_PORT', inherited, startStore),
    );
    await both(prepareBroker(broker.url), prepareStore(store.url));
    const places = settingsFor(state, broker.url, store.url);
    const { api, rooms } = await startApiWithRooms(start, { ...inherited, ...places }, options);
    const settings = { ...places, ...rooms, EARSHOT_PUBLIC_URL: api.url };
    const env = { ...inherited, ...settings };
    const running = await startWorkers(start, env, workers);
    await publish(settings);
    const urls = { natsUrl: broker.url, clickhouseUrl: store.url, apiUrl: api.url };
    const processes = { broker: broker.process, store: store.process, api: api.process };
    const workersUp = { workers: running.map((part) => part.process), workerUrls: running.map(({ url }) => url) };
    const startsAgent = async (more: Environment) =>
      void (await start('EARSHOT_AGENT_PORT', { ...env, ...more }, startAgent));
    return { ...urls, ...processes, ...workersUp, env, startAgent: startsAgent, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Before the workers, whose messages link to it. The server of rooms comes first and is told where the api will listen. */
async function startApiWithRooms(start: Start, env: Environment, { rooms: wanted, ports = {} }: StackOptions) {
  if (!wanted) return { api: await start('EARSHOT_API_PORT', env, startApi), rooms: {} };
  const apiPort = ports.EARSHOT_API_PORT ?? (await freePort());
  const udpPort = await freeUdpPort();
  const key = newRoomsKey();
  const webhookUrl = `http://127.0.0.1:${apiPort}/v1/livekit/webhooks`;
  const { url } = await start('EARSHOT_ROOMS_PORT', env, (supervision, port) =>
    startRooms(supervision, { port, udpPort, key, webhookUrl }),
  );
  const rooms = { LIVEKIT_URL: url, LIVEKIT_API_KEY: key.apiKey, LIVEKIT_API_SECRET: key.apiSecret };
  return { api: await start('EARSHOT_API_PORT', { ...env, ...rooms }, startApi, apiPort), rooms };
}

async function startWorkers(start: Start, env: Environment, count: number): Promise<Part[]> {
  const running: Part[] = [];
  for (let index = 0; index < count; index++) {
    const starter: Starter = (supervision, port) => startWorker(supervision, port, index);
    // The first has the port that is set, the others any.
    running.push(await start('EARSHOT_WORKER_PORT', env, starter, index === 0 ? undefined : null));
  }
  return running;
}

type Part = { process: Running; url: string };
type Starter = (supervision: Supervision, port: number) => Promise<Part>;
/** On the port that the setting names, else on a free one; null: on a free one. Kept, to be stopped. */
type Start = (setting: keyof Ports, env: Environment, starter: Starter, port?: number | null) => Promise<Part>;

function settingsFor(state: State, natsUrl: string, clickhouseUrl: string): Environment {
  return {
    NATS_URL: natsUrl,
    CLICKHOUSE_URL: clickhouseUrl,
    CLICKHOUSE_DATABASE: DATABASE,
    EARSHOT_STATE_DIR: state.dir,
    EARSHOT_SPOOL_DIR: state.spool,
  };
}

async function stopInOrder(started: readonly Running[]): Promise<void> {
  const first = started.filter(({ name }) => name !== 'broker' && name !== 'store');
  await Promise.all(first.map((running) => running.stop()));
  for (const name of ['store', 'broker']) await started.find((running) => running.name === name)?.stop();
}

/** Both, or the first error after both have come to an end, so that nothing is still starting when it is dealt with. */
async function both<A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  const results = await Promise.allSettled([a, b]);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  return Promise.all([a, b]);
}
