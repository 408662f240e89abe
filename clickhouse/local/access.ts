import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { refusals } from './exception.ts';

export type Access = {
  user: string;
  password: string;
  /** True when the server listens on loopback only. */
  loopback: boolean;
};

/**
 * Checks user and password as ClickHouse does: Basic, `X-ClickHouse-User` and `-Key`, or in the URL. Browsers are
 * refused: a page on any site could send them here with a statement.
 *
 * @throws StoreException
 */
export function checkAccess(req: IncomingMessage, url: URLSearchParams, access: Access): void {
  const { origin, host = '' } = req.headers;
  if (origin !== undefined) throw refusals.accessDenied('Requests of web pages are refused.');
  if (access.loopback && !/^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i.test(host))
    throw refusals.accessDenied('The Host header names another host.');
  const given = credentials(req, url);
  if (!same(given.user, access.user) || !same(given.password, access.password))
    throw refusals.authentication(given.user);
}

function credentials(req: IncomingMessage, url: URLSearchParams): { user: string; password: string } {
  const basic = /^Basic (.+)$/i.exec(req.headers.authorization ?? '')?.[1];
  if (basic !== undefined) {
    const [user = '', ...rest] = Buffer.from(basic, 'base64').toString().split(':');
    return { user, password: rest.join(':') };
  }
  const header = (name: string) => req.headers[name]?.toString();
  return {
    user: header('x-clickhouse-user') ?? url.get('user') ?? 'default',
    password: header('x-clickhouse-key') ?? url.get('password') ?? '',
  };
}

function same(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
