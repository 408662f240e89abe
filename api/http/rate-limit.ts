import type { Context, MiddlewareHandler } from 'hono';
import { EarshotError } from '../../lib/errors.ts';
import type { ApiEnv } from './router.ts';

const WINDOW_MS = 60_000;

export type Quota = { limit: number; remaining: number; resetS: number; exceeded: boolean };

/** Counts by minute, in this process. */
export type RateLimit = { take(who: string): Quota; isExceeded(who: string): boolean };

export function createRateLimit(perMinute: number, now: () => number = Date.now): RateLimit {
  let window = 0;
  let counts = new Map<string, number>();
  const countOf = (who: string) => {
    const current = Math.floor(now() / WINDOW_MS);
    if (current !== window) [window, counts] = [current, new Map()];
    return counts.get(who) ?? 0;
  };
  return {
    take: (who) => {
      const count = countOf(who) + 1;
      counts.set(who, count);
      const resetS = Math.ceil(((window + 1) * WINDOW_MS - now()) / 1_000);
      return { limit: perMinute, remaining: Math.max(0, perMinute - count), resetS, exceeded: count > perMinute };
    },
    isExceeded: (who) => countOf(who) >= perMinute,
  };
}

/** Limits each key and session, and says in every answer what is left. */
export function limitRate(limit: RateLimit): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const principal = c.get('principal');
    if (principal === undefined) return next();
    const quota = limit.take(principal.id);
    if (quota.exceeded) throw tooMany(c, quota);
    await next();
    stateQuota(c, quota);
  };
}

/** Also tells the client when to come back. */
export function tooMany(c: Context<ApiEnv>, quota: Quota): EarshotError {
  stateQuota(c, quota);
  c.header('Retry-After', String(quota.resetS));
  const message = `more than ${quota.limit} requests in a minute`;
  return new EarshotError({ code: 'too_many_requests', message, fix: `wait ${quota.resetS} s` });
}

function stateQuota(c: Context<ApiEnv>, { limit, remaining, resetS }: Quota): void {
  c.header('RateLimit-Limit', String(limit));
  c.header('RateLimit-Remaining', String(remaining));
  c.header('RateLimit-Reset', String(resetS));
}
