import { createRoute } from '@hono/zod-openapi';
import { needs } from '../auth/needs.ts';
import type { ApiDeps } from '../deps.ts';
import { describeAnswers } from '../http/answers.ts';
import { newRouter } from '../http/router.ts';
import { createLag } from '../pipeline/lag.ts';
import { readPipeline } from '../pipeline/read.ts';
import { pipeline } from '../schemas/pipeline.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/pipeline',
  ...needs('read'),
  tags: ['pipeline'],
  summary: 'Is anything lost, and where does it wait? Days are those of UTC',
  responses: describeAnswers(pipeline),
});

export const getPipeline = ({ nc, store }: Pick<ApiDeps, 'nc' | 'store'>) => {
  const deps = { nc, store, readLag: createLag(nc) };
  return newRouter().openapi(route, async (c) => c.json(await readPipeline(deps, c.get('principal').tenant), 200));
};
