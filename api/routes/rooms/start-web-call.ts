import { createRoute, z } from '@hono/zod-openapi';
import { EarshotError } from '../../../lib/errors.ts';
import { needs } from '../../auth/needs.ts';
import type { ApiDeps } from '../../deps.ts';
import { describeError, describeErrors } from '../../http/answers.ts';
import { createRateLimit, tooMany } from '../../http/rate-limit.ts';
import { newRouter } from '../../http/router.ts';
import { notConfigured } from '../../rooms/livekit.ts';
import { makeToken, newSeat } from '../../rooms/token.ts';
import { idempotencyKey, webCall, webCallRequest } from '../../schemas/rooms.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/web-calls',
  ...needs('calls:start'),
  tags: ['web calls'],
  summary: 'A token with which a browser calls the agent: for one room, for ten minutes',
  request: {
    headers: z.object({ 'idempotency-key': idempotencyKey.optional() }),
    body: { content: { 'application/json': { schema: webCallRequest } } },
  },
  responses: {
    ...describeErrors,
    409: describeError('That `Idempotency-Key` was sent with another body'),
    201: { description: 'How to get into the room', content: { 'application/json': { schema: webCall } } },
  },
});

export const startWebCall = ({ rooms }: Pick<ApiDeps, 'rooms'>) => {
  const limit = createRateLimit(rooms?.webCallsLimit ?? 0);
  return newRouter().openapi(route, async (c) => {
    const url = rooms?.livekit.url;
    if (!rooms || url === undefined) throw notConfigured(rooms ? 'LIVEKIT_URL' : 'LIVEKIT_API_KEY');
    const { tenant, id } = c.get('principal');
    const quota = limit.take(id);
    if (quota.exceeded) throw tooMany(c, quota);
    const [asked, key] = [c.req.valid('json'), c.req.valid('header')['idempotency-key']];
    const seat = key === undefined ? newSeat() : await rooms.book.begin({ principal: id, key, asked });
    if (!seat) throw keyReused();
    const { room, identity, expiresAtMs } = seat;
    const token = await makeToken(rooms.livekit, { ...asked, tenant }, seat);
    const reportUrl = `/v1/web-calls/${room}/reports`;
    return c.json({ url, token, room, identity, reportUrl, expiresAt: new Date(expiresAtMs).toISOString() }, 201);
  });
};

function keyReused(): EarshotError {
  const message = 'was sent before with another body';
  const fix = 'use a new key for each call, and the same body when a request is repeated';
  return new EarshotError({ code: 'idempotency_key_reused', field: 'Idempotency-Key', message, fix });
}
