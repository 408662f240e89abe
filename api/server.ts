import type { NatsConnection } from 'nats';
import type { Store } from '../clickhouse/client.ts';
import { analysisBucket, currentAnalysis } from '../events/analysis.ts';
import { connectBroker, disconnect } from '../lib/broker/connection.ts';
import { orBrokerSlow } from '../lib/broker/publish.ts';
import { watchBucket } from '../lib/broker/watched-bucket.ts';
import type { Log } from '../lib/log.ts';
import { watchParts } from '../lib/parts.ts';
import { keepTrying } from '../lib/retry.ts';
import type { Shutdown } from '../lib/shutdown.ts';
import { createLogRead } from './audit.ts';
import { sessionCookie } from './auth/cookie.ts';
import { openKeys } from './auth/keys.ts';
import { openLogins } from './auth/logins.ts';
import type { ApiDeps, Rooms } from './deps.ts';
import { brokerSettings, type ApiSettings } from './env.ts';
import { createHandler } from './http/handler.ts';
import { assertBuckets, installationId } from './installation.ts';
import { listen } from './listen.ts';
import { createLive } from './live/live.ts';
import { shareReads } from './read/shared-reads.ts';
import { createUsual } from './read/usual.ts';
import { createMetrics } from './metrics.ts';
import { DASHBOARD_DIR } from './page.ts';
import { openRoomBook } from './rooms/book.ts';
import { livekitOf } from './rooms/livekit.ts';

/**
 * Starts the api and says how it is stopped: live streams, then what is being answered, the broker last.
 *
 * @throws EarshotError when the broker refuses, a bucket is missing or the port is taken.
 */
export async function startApi(
  env: ApiSettings,
  asked: Store,
  log: Log,
  shutdown: Shutdown,
  dashboardDir = DASHBOARD_DIR,
): Promise<{ port: number }> {
  const nc = await connectBroker(brokerSettings(env), 'api');
  /** A broker that is slow or only just up is waited for. */
  const patiently = <T>(work: () => Promise<T>) => keepTrying(() => orBrokerSlow(work));
  await patiently(() => assertBuckets(nc));
  const https = env.EARSHOT_PUBLIC_URL?.startsWith('https:') ?? false;
  const store = shareReads(asked);
  const readUsual = createUsual(store);
  const deps: ApiDeps = {
    store,
    nc,
    keys: await patiently(() => openKeys(nc)),
    logins: await patiently(() => openLogins(nc)),
    cookie: sessionCookie(await patiently(() => installationId(nc)), { https }),
    rooms: await patiently(() => openRooms(env, nc)),
    readUsual,
    currentAnalysis: await patiently(() => watchBucket(nc, analysisBucket.name, currentAnalysis)),
    live: createLive({ store, readUsual, nc, log }),
    logRead: createLogRead(nc),
    metrics: createMetrics(),
    log,
    targetMs: env.TARGET_MS,
  };
  const parts = watchParts(nc, store);
  const app = createHandler(deps, parts.problems, {
    publicUrl: env.EARSHOT_PUBLIC_URL,
    rateLimit: env.API_RATE_LIMIT,
    dashboardDir,
  });
  const server = await listen(app.fetch, { host: env.API_HOST, port: env.API_PORT });

  shutdown.add('live streams', () => deps.live.stop());
  shutdown.add('server', () => server.close());
  shutdown.add('parts', () => parts.stop());
  shutdown.add('current analysis', async () => deps.currentAnalysis.stop());
  shutdown.add('logins', () => deps.logins.stop());
  shutdown.add('keys', () => deps.keys.stop());
  shutdown.add('broker', () => disconnect(nc));
  return { port: server.port };
}

async function openRooms(env: ApiSettings, nc: NatsConnection): Promise<Rooms | undefined> {
  const livekit = livekitOf(env);
  return livekit && { livekit, book: await openRoomBook(nc, livekit), webCallsLimit: env.WEB_CALLS_LIMIT };
}
