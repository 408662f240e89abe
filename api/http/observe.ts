import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Context } from 'hono';
import type { Log } from '../../lib/log.ts';
import type { ApiMetrics } from '../metrics.ts';
import type { ApiEnv } from './router.ts';

/** One wide line and one count a request. Of the address only the route's pattern: paths and queries name people. */
export function observe({ log, metrics }: { log: Log; metrics: ApiMetrics }): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const startedAt = performance.now();
    await next();
    const durationMs = performance.now() - startedAt;
    const { method } = c.req;
    const route = patternOf(c);
    const { status } = c.res;
    const code = c.get('errorCode');
    metrics.requests.inc({ method, route, status });
    metrics.requestTime.observe({ method, route }, durationMs / 1_000);
    if (code !== undefined) metrics.refused.inc({ code });
    const { tenant, id, kind } = c.get('principal') ?? {};
    const requestId = c.get('requestId');
    log.info(
      { requestId, method, route, status, durationMs: Math.round(durationMs), tenant, keyId: id, kind, code },
      'request',
    );
  };
}

/** What answered, as it was registered; `page` for the pages, `none` where nothing did. */
function patternOf(c: Context<ApiEnv>): string {
  const patterns = matchedRoutes(c).map(({ path }) => path);
  const own = patterns.findLast((path) => !path.endsWith('*'));
  return own ?? (c.res.status >= 400 ? 'none' : 'page');
}
