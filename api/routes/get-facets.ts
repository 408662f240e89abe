import { createRoute } from '@hono/zod-openapi';
import { facetsOfRange } from '../../clickhouse/queries/facets-of-range.ts';
import { needs } from '../auth/needs.ts';
import type { ApiDeps } from '../deps.ts';
import { describeAnswers } from '../http/answers.ts';
import { filterOf } from '../http/filters.ts';
import { newRouter } from '../http/router.ts';
import { facets, filters } from '../schemas/common.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/facets',
  ...needs('read'),
  tags: ['calls'],
  summary: 'What the calls of a range can be filtered by; other filters do not narrow it',
  request: { query: filters },
  responses: describeAnswers(facets),
});

export const getFacets = ({ store }: Pick<ApiDeps, 'store'>) =>
  newRouter().openapi(route, async (c) => {
    const { tenant, fromMs, toMs } = filterOf(c, c.req.valid('query'));
    const [row] = await store.run(facetsOfRange, { tenant, fromMs, toMs });
    return c.json(
      {
        agents: row?.agent_names ?? [],
        versions: row?.agent_versions ?? [],
        channels: row?.channels ?? [],
        models: row?.llm_models ?? [],
        regions: row?.regions ?? [],
      },
      200,
    );
  });
