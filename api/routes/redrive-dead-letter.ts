import { createRoute, z } from '@hono/zod-openapi';
import { needs } from '../auth/needs.ts';
import { requestRedrive } from '../dead-letters/redrive.ts';
import type { ApiDeps } from '../deps.ts';
import { describeErrors } from '../http/answers.ts';
import { newRouter } from '../http/router.ts';

const answer = z.object({ seq: z.number().int() });

const route = createRoute({
  method: 'post',
  path: '/v1/dead-letters/{seq}/redrive',
  ...needs('operate'),
  tags: ['pipeline'],
  summary: 'Sends a message again that could not be understood; where it fails again it comes back under a new number',
  request: { params: z.object({ seq: z.coerce.number().int().positive() }) },
  responses: {
    ...describeErrors,
    202: { description: 'It was sent', content: { 'application/json': { schema: answer } } },
  },
});

export const redriveDeadLetter = ({ nc }: Pick<ApiDeps, 'nc'>) =>
  newRouter().openapi(route, async (c) => {
    const { seq } = c.req.valid('param');
    await requestRedrive(nc, c.get('principal').tenant, seq);
    return c.json({ seq }, 202);
  });
