import type { MiddlewareHandler } from 'hono';
import { EarshotError } from '../../lib/errors.ts';
import type { ApiEnv } from './router.ts';

const READS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses writes that another site's page makes with the cookie. Browsers state the origin of every write; a cookie
 * without one is no browser's. Keys are not sent by browsers on their own.
 */
export function checkOrigin(publicUrl: string | undefined): MiddlewareHandler<ApiEnv> {
  const own = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  return async (c, next) => {
    const origin = c.req.header('Origin');
    const kind = c.get('principal')?.kind;
    if (!READS.includes(c.req.method) && kind !== 'key') {
      const ok = origin === undefined ? kind === undefined : origin === own || hostOf(origin) === c.req.header('Host');
      if (!ok) throw foreignOrigin();
    }
    await next();
  };
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function foreignOrigin(): EarshotError {
  const message = 'a page of another origin may not write';
  const fix = "use the dashboard's own address, or set EARSHOT_PUBLIC_URL to it";
  return new EarshotError({ code: 'foreign_origin', field: 'Origin', message, fix });
}
