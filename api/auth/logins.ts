import type { KV, NatsConnection } from 'nats';
import { z } from 'zod';
import { apiBuckets, LOGIN_MS, SESSION_MS } from '../../events/buckets.ts';
import { token } from '../../events/ids.ts';
import { EARSHOT } from '../../lib/command-line.ts';
import { brokerCodes, codeOf } from '../../lib/broker/codes.ts';
import { orBrokerAway } from '../../lib/broker/publish.ts';
import { EarshotError } from '../../lib/errors.ts';
import { roles } from '../schemas/roles.ts';
import type { Principal, Role } from './principal.ts';
import { hashOf, newPublicId, newSecret } from './secret.ts';
import { watchBucket, type Lookup } from '../../lib/broker/watched-bucket.ts';

const who = z.object({ tenant: token, role: z.enum(roles), name: z.string(), expiresAtMs: z.number() });
const storedSession = who.extend({ id: z.string() });

export type Logins = {
  /**
   * Trades a one-time code for a session; returns the cookie's value, which is stored nowhere.
   * @throws EarshotError `login_used` for a code that is unknown, used or too old.
   */
  begin(code: string): Promise<{ secret: string; principal: Principal }>;
  /** Undefined for a session that is unknown, ended or over. */
  find(secret: string, lookup?: Lookup): Promise<Principal | undefined>;
  end(secret: string): Promise<void>;
  stop(): void;
};

export async function openLogins(nc: NatsConnection): Promise<Logins> {
  const { views } = nc.jetstream();
  const codes = await views.kv(apiBuckets.logins.name, { bindOnly: true });
  const sessions = await views.kv(apiBuckets.sessions.name, { bindOnly: true });
  const watched = await watchBucket(nc, apiBuckets.sessions.name, storedSession);
  return {
    begin: async (code) => {
      const { tenant, role, name } = await consume(codes, hashOf(code));
      const secret = newSecret();
      const session = { tenant, role, name, id: newPublicId(), expiresAtMs: Date.now() + SESSION_MS };
      await orBrokerAway(() => sessions.create(hashOf(secret), JSON.stringify(session)));
      return { secret, principal: principalOf(session) };
    },
    find: async (secret, lookup) => {
      const session = await watched.get(hashOf(secret), lookup);
      return session && session.expiresAtMs > Date.now() ? principalOf(session) : undefined;
    },
    end: (secret) => orBrokerAway(() => sessions.delete(hashOf(secret))),
    stop: watched.stop,
  };
}

type Login = { tenant: string; role: Role; name: string };

/** A link that logs one browser in: once, within ten minutes. `base` is where people reach the api. */
export async function makeLoginLink(nc: NatsConnection, base: string, login: Login): Promise<string> {
  return `${base}/login?code=${await makeLoginCode(nc, login)}`;
}

/** Makes a one-time code; only its hash is stored. */
export async function makeLoginCode(nc: NatsConnection, login: Login): Promise<string> {
  const code = newSecret();
  await orBrokerAway(async () => {
    const codes = await nc.jetstream().views.kv(apiBuckets.logins.name, { bindOnly: true });
    await codes.create(hashOf(code), JSON.stringify({ ...login, expiresAtMs: Date.now() + LOGIN_MS }));
  });
  return code;
}

/** Of two who use a code at the same moment one gets it: the deletion names the revision that was read. */
async function consume(codes: KV, key: string): Promise<z.infer<typeof who>> {
  const entry = await orBrokerAway(() => codes.get(key));
  if (entry?.operation !== 'PUT') throw loginUsed();
  const login = who.parse(entry.json());
  if (login.expiresAtMs <= Date.now()) throw loginUsed();
  try {
    await codes.delete(key, { previousSeq: entry.revision });
  } catch (error) {
    if (codeOf(error) === brokerCodes.wrongLastSequence) throw loginUsed();
    await orBrokerAway(() => Promise.reject(error));
  }
  return login;
}

function principalOf({ tenant, role, name, id, expiresAtMs }: z.infer<typeof storedSession>): Principal {
  return { tenant, role, by: name, kind: 'session', id, expiresAtMs };
}

function loginUsed(): EarshotError {
  const message = 'this login link was used, or is older than 10 minutes';
  return new EarshotError({ code: 'login_used', field: 'code', message, fix: `make a new one: ${EARSHOT} login` });
}
