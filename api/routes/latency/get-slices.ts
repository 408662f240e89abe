import { createRoute, z } from '@hono/zod-openapi';
import { latencySlices as latencyBySlice, slicings } from '../../../clickhouse/queries/latency-slices.ts';
import { needs } from '../../auth/needs.ts';
import type { ApiDeps } from '../../deps.ts';
import { describeAnswers } from '../../http/answers.ts';
import { filterOf } from '../../http/filters.ts';
import { newRouter } from '../../http/router.ts';
import { slicesOf } from '../../read/latency.ts';
import { filters } from '../../schemas/common.ts';
import { latencySlices } from '../../schemas/latency.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/latency/slices',
  ...needs('read'),
  tags: ['latency'],
  summary: 'Who owns the time above the target: the slice to mend comes first',
  request: { query: filters.extend({ by: z.enum(slicings).default('agent') }) },
  responses: describeAnswers(latencySlices),
});

export const getSlices = ({ store, targetMs }: Pick<ApiDeps, 'store' | 'targetMs'>) =>
  newRouter().openapi(route, async (c) => {
    const { by, ...filter } = c.req.valid('query');
    const rows = await store.run(latencyBySlice, { ...filterOf(c, filter), by, targetMs });
    return c.json({ by, rows: slicesOf(rows) }, 200);
  });
