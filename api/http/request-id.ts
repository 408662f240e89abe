import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { ApiEnv } from './router.ts';

const HEADER = 'X-Request-Id';
const FORM = /^[A-Za-z0-9_-]{8,64}$/;

/** Names the request in answers and logs; a name that the caller gives is taken over when it is one. */
export const requestId: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const given = c.req.header(HEADER);
  const id = given !== undefined && FORM.test(given) ? given : randomUUID();
  c.set('requestId', id);
  await next();
  c.header(HEADER, id);
};
