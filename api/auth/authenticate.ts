import type { Context, MiddlewareHandler } from 'hono';
import { EARSHOT } from '../../lib/command-line.ts';
import { EarshotError } from '../../lib/errors.ts';
import { addressOf } from '../http/address.ts';
import { tooMany, type RateLimit } from '../http/rate-limit.ts';
import type { ApiEnv } from '../http/router.ts';
import type { SessionCookie } from './cookie.ts';
import type { Keys } from './keys.ts';
import type { Logins } from './logins.ts';
import type { Principal } from './principal.ts';

export type AuthenticateDeps = {
  keys: Keys;
  logins: Logins;
  cookie: SessionCookie;
  /** Of failures, by address. */
  failures: RateLimit;
};

/**
 * Says who asks, by `Authorization: Bearer <key>`, else by the session's cookie. The login needs neither; what LiveKit and
 * callers' pages send is signed with LiveKit's key, which its routes check by themselves.
 *
 * @throws EarshotError `unauthenticated`; `too_many_requests` to an address that failed too often.
 */
export function authenticate(deps: AuthenticateDeps): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    if (isSigned(c)) return next();
    const address = addressOf(c);
    if (isLogin(c)) {
      if (deps.failures.isExceeded(address)) throw tooMany(c, deps.failures.take(address));
      await next();
      if (c.res.status >= 400) deps.failures.take(address);
      return;
    }
    const principal = await whoAsks(deps, c, deps.failures.isExceeded(address));
    if (!principal) {
      const quota = deps.failures.take(address);
      throw quota.exceeded ? tooMany(c, quota) : unauthenticated();
    }
    c.set('principal', principal);
    await next();
  };
}

function isLogin(c: Context): boolean {
  return c.req.method === 'POST' && c.req.path === '/v1/session';
}

const SIGNED = /^\/v1\/(livekit\/webhooks|web-calls\/[^/]+\/reports)$/;

function isSigned(c: Context): boolean {
  return c.req.method === 'POST' && SIGNED.test(c.req.path);
}

/** Undefined for nobody that we know. @param suspect he failed before */
export async function whoAsks(
  { keys, logins, cookie }: Pick<AuthenticateDeps, 'keys' | 'logins' | 'cookie'>,
  c: Context,
  suspect = false,
): Promise<Principal | undefined> {
  const header = c.req.header('Authorization');
  // Who only guesses is not looked up at the broker.
  if (header !== undefined) return keys.find(/^Bearer (.+)$/i.exec(header)?.[1] ?? '', { inMemory: suspect });
  const secret = cookie.read(c);
  return secret === undefined ? undefined : logins.find(secret, { inMemory: suspect });
}

function unauthenticated(): EarshotError {
  const message = 'there is no valid key or session in the request';
  const fix = `send Authorization: Bearer <key> (${EARSHOT} key make), or log in (${EARSHOT} login)`;
  return new EarshotError({ code: 'unauthenticated', message, fix });
}
