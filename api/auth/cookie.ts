import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import { SESSION_MS } from '../../events/buckets.ts';

/** The browser's session. No script can read it, and no other site's page makes the browser send it. */
export type SessionCookie = {
  read(c: Context): string | undefined;
  set(c: Context, secret: string): void;
  clear(c: Context): void;
};

/** Named after the installation: browsers share cookies between all ports of a host. */
export function sessionCookie(installation: string, { https }: { https: boolean }): SessionCookie {
  const name = `earshot_${installation}`;
  const options: CookieOptions = { httpOnly: true, sameSite: 'Strict', secure: https, path: '/' };
  return {
    read: (c) => getCookie(c, name),
    set: (c, secret) => setCookie(c, name, secret, { ...options, maxAge: SESSION_MS / 1_000 }),
    clear: (c) => void deleteCookie(c, name, options),
  };
}
