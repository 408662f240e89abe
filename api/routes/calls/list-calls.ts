import { createRoute, z } from '@hono/zod-openapi';
import { callsBySlowest, callsPage } from '../../../clickhouse/queries/calls-page.ts';
import { logEach } from '../../audit.ts';
import { assertRight, needs } from '../../auth/needs.ts';
import type { ApiDeps } from '../../deps.ts';
import { describeAnswers } from '../../http/answers.ts';
import { cutPage, decodeCursor } from '../../http/cursor.ts';
import { filterOf } from '../../http/filters.ts';
import { newRouter } from '../../http/router.ts';
import { snippetOf } from '../../read/snippet.ts';
import { summarise } from '../../read/summaries.ts';
import { callPage } from '../../schemas/calls.ts';
import { filters, paging } from '../../schemas/common.ts';

const MOST_WORDS = 8;

const query = filters.extend({
  ...paging.shape,
  q: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .openapi({
      description: `Words that one item of the conversation has, in any case, at most ${MOST_WORDS}; needs the right "transcripts"`,
    }),
  status: z.enum(['active', 'ended']).optional(),
  badge: z.enum(['incomplete', 'cut_off', 'agent_lost', 'hot', 'errors']).optional(),
  outcome: z
    .enum(['qualified', 'meeting'])
    .optional()
    .openapi({ description: 'As the funnel of the leads counts them: of tier 1, or with a meeting booked' }),
  sort: z.enum(['newest', 'oldest', 'longest', 'slowest', 'dearest', 'score']).default('newest').openapi({
    description:
      'slowest: by the longest wait of its turns in the range; dearest: by its cost. What is unknown comes last',
  }),
});

const route = createRoute({
  method: 'get',
  path: '/v1/calls',
  ...needs('read'),
  tags: ['calls'],
  summary: 'Calls that went on in a range, in an order of choice; search over what was said',
  request: { query },
  responses: describeAnswers(callPage),
});

/** How the list is sorted, and sort key and id of the last call of the page before. */
const place = z.tuple([query.shape.sort.unwrap(), z.number(), z.string().min(1)]);

export const listCalls = ({ store, logRead }: Pick<ApiDeps, 'store' | 'logRead'>) =>
  newRouter().openapi(route, async (c) => {
    const { limit, cursor, q, status, badge, outcome, sort, ...filter } = c.req.valid('query');
    if (q !== undefined) assertRight(c.get('principal'), 'transcripts');
    const words = q === undefined ? [] : q.split(/\s+/).slice(0, MOST_WORDS);
    const range = filterOf(c, filter);
    const [, afterKey, afterCallId] =
      decodeCursor(
        cursor,
        place.refine(([sorted]) => sorted === sort),
      ) ?? [];
    const page = { ...range, status, badge, outcome, words, afterKey, afterCallId, limit: limit + 1 };
    const rows = await (sort === 'slowest' ? store.run(callsBySlowest, page) : store.run(callsPage, { ...page, sort }));
    const { shown, nextCursor } = cutPage(rows, limit, (row) => [sort, row.sort_key, row.call_id]);
    const found = q === undefined ? [] : shown.map((row) => row.call_id);
    await logEach(c, logRead, found, 'search');
    const calls = await summarise(store, range.tenant, shown);
    const items = calls.map((call, index) => {
      const { found_item_id: itemId = '', found_text: text = '' } = shown[index] ?? {};
      return itemId === '' ? call : { ...call, found: { itemId, snippet: snippetOf(text, words[0] ?? '') } };
    });
    return c.json({ items, nextCursor }, 200);
  });
