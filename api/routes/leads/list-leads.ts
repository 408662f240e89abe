import { createRoute, z } from '@hono/zod-openapi';
import { leadsPage } from '../../../clickhouse/queries/leads-page.ts';
import { logEach } from '../../audit.ts';
import { needs } from '../../auth/needs.ts';
import { may } from '../../auth/principal.ts';
import type { ApiDeps } from '../../deps.ts';
import { describeAnswers } from '../../http/answers.ts';
import { cutPage, decodeCursor } from '../../http/cursor.ts';
import { filterOf } from '../../http/filters.ts';
import { newRouter } from '../../http/router.ts';
import { callsOfQuotes, readLeads } from '../../read/lead.ts';
import { filters, paging } from '../../schemas/common.ts';
import { leadPage } from '../../schemas/leads.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/leads',
  ...needs('read'),
  tags: ['leads'],
  summary: 'People who called in a range, best score first, of equal ones the newest; sentences need "transcripts"',
  request: { query: filters.extend(paging.shape) },
  responses: describeAnswers(leadPage),
});

/** Score (-1 for none), time of the call and person of the last lead of the page before. */
const place = z.tuple([z.int().min(-1), z.int().min(0), z.string().min(1)]);

export const listLeads = ({ store, logRead }: Pick<ApiDeps, 'store' | 'logRead'>) =>
  newRouter().openapi(route, async (c) => {
    const principal = c.get('principal');
    const { limit, cursor, ...filter } = c.req.valid('query');
    const [afterScore, afterAt, afterPerson] = decodeCursor(cursor, place) ?? [];
    const after = { afterScore, afterAt, afterPerson };
    const rows = await store.run(leadsPage, { ...filterOf(c, filter), ...after, limit: limit + 1 });
    const { shown, nextCursor } = cutPage(rows, limit, (row) => [row.lead_score ?? -1, row.call_at, row.person_key]);
    const items = await readLeads(store, principal.tenant, shown, may(principal, 'transcripts'));
    await logEach(c, logRead, callsOfQuotes(items), 'quotes');
    return c.json({ items, nextCursor }, 200);
  });
