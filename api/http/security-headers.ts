import type { MiddlewareHandler } from 'hono';

/** Everything from here; styles also inline, since the page's components write their own. */
const pagePolicy = (servers: readonly string[]) =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    ["connect-src 'self'", ...servers].join(' '),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  /** A login's code stands in the address. */
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
const YEAR_S = 31_536_000;

/**
 * `https`: whether people reach the api by https, so that browsers are told to insist on it. `livekitUrl`: the one other
 * address that the page talks to, and then with the microphone.
 */
export function securityHeaders({
  https,
  livekitUrl,
}: {
  https: boolean;
  livekitUrl?: string | undefined;
}): MiddlewareHandler {
  const microphone = livekitUrl === undefined ? '()' : '(self)';
  const headers = {
    ...HEADERS,
    'Content-Security-Policy': pagePolicy(livekitUrl === undefined ? [] : originsOf(livekitUrl)),
    'Permissions-Policy': `camera=(), microphone=${microphone}, geolocation=()`,
  };
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.header(name, value);
    if (https) c.header('Strict-Transport-Security', `max-age=${YEAR_S}`);
  };
}

/** LiveKit's client opens a WebSocket, and asks over HTTP why one was refused. */
function originsOf(livekitUrl: string): string[] {
  const { protocol, host } = new URL(livekitUrl);
  return [`${protocol}//${host}`, `${protocol.replace('ws', 'http')}//${host}`];
}

/** Answers of /v1 are somebody's own: no cache keeps them. */
export const noStore: MiddlewareHandler = async (c, next) => {
  await next();
  const stated = c.res.headers.get('Cache-Control');
  c.header('Cache-Control', stated === null ? 'no-store' : `no-store, ${stated}`);
};
