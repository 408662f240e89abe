import { createRoute } from '@hono/zod-openapi';
import { needs } from '../../auth/needs.ts';
import type { ApiDeps } from '../../deps.ts';
import { describeErrors } from '../../http/answers.ts';
import { createRateLimit, tooMany } from '../../http/rate-limit.ts';
import { newRouter } from '../../http/router.ts';
import { notConfigured } from '../../rooms/livekit.ts';
import { makeToken } from '../../rooms/token.ts';
import { webCall, webCallRequest } from '../../schemas/rooms.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/web-calls',
  ...needs('calls:start'),
  tags: ['web calls'],
  summary: 'A token with which a browser calls the agent: for one room, for ten minutes',
  request: { body: { content: { 'application/json': { schema: webCallRequest } } } },
  responses: {
    ...describeErrors,
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
    const { expiresAtMs, ...made } = await makeToken(rooms.livekit, { ...c.req.valid('json'), tenant });
    const reportUrl = `/v1/web-calls/${made.room}/reports`;
    return c.json({ url, ...made, reportUrl, expiresAt: new Date(expiresAtMs).toISOString() }, 201);
  });
};
