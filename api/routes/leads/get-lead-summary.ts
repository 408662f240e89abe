import { createRoute } from '@hono/zod-openapi';
import { leadsOverview } from '../../../clickhouse/queries/leads-overview.ts';
import { needs } from '../../auth/needs.ts';
import type { ApiDeps } from '../../deps.ts';
import { describeAnswers } from '../../http/answers.ts';
import { filterOf, nextSecond } from '../../http/filters.ts';
import { newRouter } from '../../http/router.ts';
import { readBestLeads } from '../../read/lead.ts';
import { histogramOf } from '../../read/histogram.ts';
import { filters } from '../../schemas/common.ts';
import { leadSummary } from '../../schemas/leads.ts';

/** Of the last so many ms: a day that ends at midnight would leave the early morning empty. */
const TODAY_MS = 86_400_000;
const HOTTEST = 10;

const route = createRoute({
  method: 'get',
  path: '/v1/leads/summary',
  ...needs('read'),
  tags: ['leads'],
  summary: 'Scores and funnel of a range, and the ten best scores of the last 24 hours, without quotes',
  request: { query: filters },
  responses: describeAnswers(leadSummary),
});

export const getLeadSummary = ({ store }: Pick<ApiDeps, 'store'>) =>
  newRouter().openapi(route, async (c) => {
    const range = filterOf(c, c.req.valid('query'));
    const now = nextSecond();
    const today = { ...range, fromMs: now - TODAY_MS, toMs: now };
    const [[overview], hotToday] = await Promise.all([
      store.run(leadsOverview, range),
      readBestLeads(store, today, HOTTEST),
    ]);
    const { calls = 0, qualified = 0, meetings = 0, unscored = 0, bins = [] } = overview ?? {};
    const funnel = [
      { stage: 'calls' as const, calls },
      { stage: 'qualified' as const, calls: qualified },
      { stage: 'meeting' as const, calls: meetings },
    ];
    return c.json({ histogram: histogramOf(bins), unscored, funnel, hotToday }, 200);
  });
