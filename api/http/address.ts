import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/** The address that the connection comes from: a reverse proxy's where there is one. */
export function addressOf(c: Context): string {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  return incoming?.socket.remoteAddress ?? 'unknown';
}

export function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}
