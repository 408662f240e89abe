import { createRoute, z } from '@hono/zod-openapi';
import { needs } from '../auth/needs.ts';
import { readLetter } from '../dead-letters/letters.ts';
import type { ApiDeps } from '../deps.ts';
import { describeAnswers } from '../http/answers.ts';
import { newRouter } from '../http/router.ts';
import { deadLetterDetail } from '../schemas/pipeline.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/dead-letters/{seq}',
  ...needs('operate'),
  tags: ['pipeline'],
  summary: 'A message that could not be understood, with its bytes',
  request: { params: z.object({ seq: z.coerce.number().int().positive() }) },
  responses: describeAnswers(deadLetterDetail),
});

export const getDeadLetter = (deps: Pick<ApiDeps, 'nc' | 'store' | 'logRead'>) =>
  newRouter().openapi(route, async (c) => {
    const letter = await readLetter(deps, c.get('principal').tenant, c.req.valid('param').seq);
    if (letter.callId !== '') await deps.logRead(c, letter.callId, 'dead_letter');
    return c.json(letter, 200);
  });
