import type { NatsConnection } from 'nats';
import type { Store } from '../clickhouse/client.ts';
import type { CurrentAnalysis } from '../events/analysis.ts';
import type { WatchedBucket } from '../lib/broker/watched-bucket.ts';
import type { Log } from '../lib/log.ts';
import type { LogRead } from './audit.ts';
import type { SessionCookie } from './auth/cookie.ts';
import type { Keys } from './auth/keys.ts';
import type { Logins } from './auth/logins.ts';
import type { Live } from './live/live.ts';
import type { ReadUsual } from './read/usual.ts';
import type { ApiMetrics } from './metrics.ts';
import type { RoomBook } from './rooms/book.ts';
import type { LiveKit } from './rooms/livekit.ts';

/** Calls in rooms. */
export type Rooms = {
  livekit: LiveKit;
  book: RoomBook;
  /** Web calls that a key may start in a minute. */
  webCallsLimit: number;
};

/** What routes are made with; nothing is reached by import. */
export type ApiDeps = {
  store: Store;
  nc: NatsConnection;
  keys: Keys;
  logins: Logins;
  cookie: SessionCookie;
  /** To be awaited before words of a call are given away. */
  logRead: LogRead;
  /** What the parts of a wait usually take. */
  readUsual: ReadUsual;
  /** Which analysis of its calls a tenant has set, where it has set one. */
  currentAnalysis: WatchedBucket<CurrentAnalysis>;
  live: Live;
  /** Undefined where no LiveKit server is configured. */
  rooms: Rooms | undefined;
  metrics: ApiMetrics;
  log: Log;
  /** The answer that callers should get within, ms. */
  targetMs: number;
};
