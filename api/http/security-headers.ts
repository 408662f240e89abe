import type { MiddlewareHandler } from 'hono';

/** Everything from here; styles also inline, since the page's components write their own. */
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'Content-Security-Policy': PAGE_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  /** A login's code stands in the address. */
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
};
const YEAR_S = 31_536_000;

/** `https`: whether people reach the api by https, so that browsers are told to insist on it. */
export function securityHeaders({ https }: { https: boolean }): MiddlewareHandler {
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) if (!c.res.headers.has(name)) c.header(name, value);
    if (https) c.header('Strict-Transport-Security', `max-age=${YEAR_S}`);
  };
}

/** Answers of /v1 are somebody's own: no cache keeps them. */
export const noStore: MiddlewareHandler = async (c, next) => {
  await next();
  const stated = c.res.headers.get('Cache-Control');
  c.header('Cache-Control', stated === null ? 'no-store' : `no-store, ${stated}`);
};
