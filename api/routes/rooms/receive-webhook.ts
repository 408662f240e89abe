import { createRoute, z } from '@hono/zod-openapi';
import type { ApiDeps } from '../../deps.ts';
import { describeError } from '../../http/answers.ts';
import { newRouter } from '../../http/router.ts';
import { takeWebhook } from '../../rooms/take-webhook.ts';
import { notConfigured } from '../../rooms/livekit.ts';
import { readWebhook } from '../../rooms/webhook.ts';

const answer = z.object({ received: z.literal(true) });

const route = createRoute({
  method: 'post',
  path: '/v1/livekit/webhooks',
  security: [{ livekit: [] }],
  tags: ['web calls'],
  summary: "LiveKit's webhooks: who is in a room and who left it. 200 only when the broker has them",
  description:
    'The body is what LiveKit posts (`application/webhook+json`), of which Authorization holds the signed hash.',
  responses: {
    200: { description: 'It is kept', content: { 'application/json': { schema: answer } } },
    401: describeError('It is not signed by the configured LiveKit server'),
    413: describeError('More than 64 KiB'),
    503: describeError('The broker is away, or no LiveKit server is configured'),
  },
});

export const receiveWebhook = ({ nc, rooms }: Pick<ApiDeps, 'nc' | 'rooms'>) =>
  newRouter().openapi(route, async (c) => {
    if (!rooms) throw notConfigured('LIVEKIT_API_KEY');
    const event = await readWebhook(rooms.livekit, await c.req.text(), c.req.header('Authorization'));
    await takeWebhook(nc, rooms.book, event);
    return c.json({ received: true as const }, 200);
  });
