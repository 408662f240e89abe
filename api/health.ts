import type { Hono } from 'hono';
import type { Readiness } from '../lib/parts.ts';
import { addressOf, isLoopback } from './http/address.ts';
import { newRouter, type ApiEnv } from './http/router.ts';
import { authenticate, type AuthenticateDeps } from './auth/authenticate.ts';
import type { ApiMetrics } from './metrics.ts';

/**
 * `/healthz`: the process lives. `/readyz`: broker and store answer, else 503 with the problems. `/metrics`: Prometheus;
 * from other machines with a key.
 */
export function health(deps: AuthenticateDeps & { readiness: Readiness; metrics: ApiMetrics }): Hono<ApiEnv> {
  const { readiness, metrics } = deps;
  const withKey = authenticate(deps);
  return newRouter()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', (c) => {
      const problems = Object.entries(readiness()).filter(([, problem]) => problem !== undefined);
      const ready = problems.length === 0;
      return c.json({ ready, problems: Object.fromEntries(problems) }, ready ? 200 : 503);
    })
    .use('/metrics', (c, next) => (isLoopback(addressOf(c)) ? next() : withKey(c, next)))
    .get('/metrics', async (c) => {
      c.header('Content-Type', metrics.registry.contentType);
      return c.body(await metrics.registry.metrics());
    });
}
