import { createRoute } from '@hono/zod-openapi';
import { partsOfTurns } from '../../../clickhouse/queries/parts-of-turns.ts';
import { turnsNearPercentiles } from '../../../clickhouse/queries/turns-near-percentiles.ts';
import { needs } from '../../auth/needs.ts';
import type { ApiDeps } from '../../deps.ts';
import { describeAnswers } from '../../http/answers.ts';
import { filterOf } from '../../http/filters.ts';
import { newRouter } from '../../http/router.ts';
import { partRowsOf } from '../../read/parts.ts';
import { turnKeys } from '../../read/turn-keys.ts';
import { filters } from '../../schemas/common.ts';
import { latencyParts } from '../../schemas/latency.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/latency/parts',
  ...needs('read'),
  tags: ['latency'],
  summary: 'Where the time goes near p50 and p95, tool turns and plain turns apart',
  request: { query: filters },
  responses: describeAnswers(latencyParts),
});

export const getParts = ({ store }: Pick<ApiDeps, 'store'>) =>
  newRouter().openapi(route, async (c) => {
    const range = filterOf(c, c.req.valid('query'));
    const near = await store.run(turnsNearPercentiles, range);
    const parts = await store.run(partsOfTurns, { tenant: range.tenant, ...turnKeys(near) });
    return c.json({ rows: partRowsOf(near, parts) }, 200);
  });
