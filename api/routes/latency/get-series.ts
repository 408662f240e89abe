import { createRoute } from '@hono/zod-openapi';
import { alertsOfRange } from '../../../clickhouse/queries/alerts-of-range.ts';
import { firstSeen } from '../../../clickhouse/queries/first-seen.ts';
import { needs } from '../../auth/needs.ts';
import type { ApiDeps } from '../../deps.ts';
import { describeAnswers } from '../../http/answers.ts';
import { filterOf } from '../../http/filters.ts';
import { newRouter } from '../../http/router.ts';
import { bucketOf, markersOf, pointsOf } from '../../read/series.ts';
import { filters } from '../../schemas/common.ts';
import { readWaits } from '../../read/waits.ts';
import { latencySeries } from '../../schemas/latency.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/latency/series',
  ...needs('read'),
  tags: ['latency'],
  summary: 'Heard latency over a range in at most 120 points, with what changed meanwhile',
  request: { query: filters },
  responses: describeAnswers(latencySeries),
});

export const getSeries = ({ store, targetMs }: Pick<ApiDeps, 'store' | 'targetMs'>) =>
  newRouter().openapi(route, async (c) => {
    const range = filterOf(c, c.req.valid('query'));
    const [{ buckets }, seen, alerts] = await Promise.all([
      readWaits(store, range, targetMs),
      store.run(firstSeen, range),
      store.run(alertsOfRange, range),
    ]);
    const bucketMs = bucketOf(range);
    return c.json({ bucketMs, points: pointsOf(buckets, range), markers: markersOf(seen, alerts) }, 200);
  });
