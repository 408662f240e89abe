import { Writable } from 'node:stream';
import { pino } from 'pino';
import { makeKey } from '../../api/auth/keys.ts';
import { makeLoginCode } from '../../api/auth/logins.ts';
import type { Role } from '../../api/auth/principal.ts';
import { readApiEnv } from '../../api/env.ts';
import { startApi as start } from '../../api/server.ts';
import { createShutdown } from '../../lib/shutdown.ts';
import type { TestNats } from './nats.ts';
import type { TestStore } from './store.ts';

type Who = { tenant?: string; role?: Role; name?: string };

/** A real api server in this process, on a free port. */
export type TestApi = {
  url: string;
  /** Makes a key; `admin` of `t1` unless told otherwise. */
  key(who?: Who): Promise<string>;
  /** Makes the one-time code of a login. */
  code(who?: Who): Promise<string>;
  /** Asks with a key, or without. */
  get(path: string, key?: string, headers?: Record<string, string>): Promise<Response>;
  /** What it said, JSON lines. */
  log(): string;
  /** The ordered shutdown. */
  stop(): Promise<void>;
};

/** Broker and store must be provisioned and migrated. */
export async function startApi(
  parts: { nats: TestNats; store: Pick<TestStore, 'store'> },
  env: Record<string, string> = {},
  dashboardDir?: string,
): Promise<TestApi> {
  let said = '';
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      said += chunk.toString();
      done();
    },
  });
  const log = pino({ base: { process: 'api' } }, stream);
  const shutdown = createShutdown(log);
  const settings = readApiEnv({ NATS_URL: parts.nats.url, API_PORT: '0', API_RATE_LIMIT: '100000', ...env });
  const { port } = await start(settings, parts.store.store(), log, shutdown, dashboardDir);
  const nc = await parts.nats.connect();
  const url = `http://127.0.0.1:${port}`;
  const who = ({ tenant = 't1', role = 'admin', name = role }: Who = {}) => ({ tenant, role, name });
  return {
    url,
    key: async (whose) => (await makeKey(nc, who(whose))).key,
    code: (whose) => makeLoginCode(nc, who(whose)),
    get: (path, key, headers = {}) => {
      const authorization = key === undefined ? {} : { Authorization: `Bearer ${key}` };
      return fetch(url + path, { headers: { ...authorization, ...headers } });
    },
    log: () => said,
    stop: () => shutdown.run('test'),
  };
}
