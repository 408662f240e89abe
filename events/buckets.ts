const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long a login's link may be used, and how long the session lasts that it opens, ms. */
export const LOGIN_MS = 10 * MINUTE_MS;
export const SESSION_MS = 12 * HOUR_MS;
/** How long it is remembered which call a room is, ms. */
const ROOM_MS = 24 * HOUR_MS;

/** A key-value bucket of the broker. Provisioned by `earshot stream provision`. */
export type BucketPlan = {
  name: string;
  /** Entries are forgotten after this long; undefined: never. */
  ttlMs?: number;
  /** So many entries of each key are kept; one unless given. */
  history?: number;
  /** Largest entry. */
  maxValueBytes?: number;
  why: string;
};

/** What the api keeps at the broker. Secrets are stored as hashes only. */
export const apiBuckets = {
  keys: { name: 'api-keys', why: 'keys of the api: whose, which role, revoked or not' },
  logins: { name: 'api-logins', ttlMs: LOGIN_MS, why: 'one-time codes of login links' },
  sessions: { name: 'api-sessions', ttlMs: SESSION_MS, why: 'sessions of browsers' },
  rooms: { name: 'api-rooms', ttlMs: ROOM_MS, why: "which call a room's webhooks and reports belong to" },
  state: { name: 'api-state', why: "the installation's id, which names the cookie" },
} as const satisfies Record<string, BucketPlan>;

/** The configurations of a tenant's agents; nobody else's agents may read it. Made at the first publishing. */
export function agentBucket(tenant: string) {
  return {
    name: `agents-${tenant}`,
    history: 64,
    maxValueBytes: 512 * 1024,
    why: 'versions of the agents, kept for good, and which of them are current',
  } as const satisfies BucketPlan;
}
