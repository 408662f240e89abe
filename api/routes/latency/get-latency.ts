import { createRoute } from '@hono/zod-openapi';
import { measuresOfRange } from '../../../clickhouse/queries/measures-of-range.ts';
import { needs } from '../../auth/needs.ts';
import type { ApiDeps } from '../../deps.ts';
import { describeAnswers } from '../../http/answers.ts';
import { filterOf } from '../../http/filters.ts';
import { newRouter } from '../../http/router.ts';
import { latencySummaryOf } from '../../read/latency.ts';
import { readWaits } from '../../read/waits.ts';
import { filters } from '../../schemas/common.ts';
import { latencySummary } from '../../schemas/latency.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/latency',
  ...needs('read'),
  tags: ['latency'],
  summary: 'What callers waited in the turns of a range, and how it changed against the period before',
  request: { query: filters },
  responses: describeAnswers(latencySummary),
});

export const getLatency = ({ store, targetMs }: Pick<ApiDeps, 'store' | 'targetMs'>) =>
  newRouter().openapi(route, async (c) => {
    const range = filterOf(c, c.req.valid('query'));
    const { fromMs, toMs } = range;
    const [waits, measures] = await Promise.all([readWaits(store, range, targetMs), store.run(measuresOfRange, range)]);
    return c.json(latencySummaryOf({ waits, measures, fromMs, toMs, targetMs }), 200);
  });
