import { createRoute, z } from '@hono/zod-openapi';
import { partsOfTurns } from '../../../clickhouse/queries/parts-of-turns.ts';
import { slowestTurns } from '../../../clickhouse/queries/slowest-turns.ts';
import { logEach } from '../../audit.ts';
import { needs } from '../../auth/needs.ts';
import { may } from '../../auth/principal.ts';
import type { ApiDeps } from '../../deps.ts';
import { describeAnswers } from '../../http/answers.ts';
import { cutPage, decodeCursor } from '../../http/cursor.ts';
import { filterOf } from '../../http/filters.ts';
import { newRouter } from '../../http/router.ts';
import { readAsked } from '../../read/asked.ts';
import { mostUsedBasis } from '../../read/percentiles.ts';
import { slowTurnsOf } from '../../read/slow-turns.ts';
import { turnKeys } from '../../read/turn-keys.ts';
import { readWho } from '../../read/who.ts';
import { filters, paging } from '../../schemas/common.ts';
import { slowTurnPage } from '../../schemas/latency.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/latency/slowest',
  ...needs('read'),
  tags: ['latency'],
  summary:
    'The turns in which callers waited longest, each with its cause in words; what was asked needs "transcripts"',
  request: { query: filters.extend(paging.shape) },
  responses: describeAnswers(slowTurnPage),
});

/** Basis of the list; wait, call and number of the last turn of the page before. */
const place = z.tuple([z.string().min(1), z.number(), z.string().min(1), z.int().min(0)]);

export const listSlowest = ({ store, logRead, readUsual }: Pick<ApiDeps, 'store' | 'logRead' | 'readUsual'>) =>
  newRouter().openapi(route, async (c) => {
    const { limit, cursor, ...filter } = c.req.valid('query');
    const range = filterOf(c, filter);
    const [of, afterHeardMs, afterCallId, afterTurn] = decodeCursor(cursor, place) ?? [];
    const after = { basis: of, afterHeardMs, afterCallId, afterTurn };
    const [all, usual] = await Promise.all([
      store.run(slowestTurns, { ...range, ...after, limit: limit + 1 }),
      readUsual(range.tenant),
    ]);
    const basis = mostUsedBasis(all.map((row) => ({ basis: row.basis, n: row.of_basis })));
    const rows = all.filter((row) => row.basis === basis);
    const { shown, nextCursor } = cutPage(rows, limit, (row) => [row.basis, row.heard_ms, row.call_id, row.turn]);
    const { tenant } = range;
    const mayRead = may(c.get('principal'), 'transcripts');
    const [parts, who, asked] = await Promise.all([
      store.run(partsOfTurns, { tenant, ...turnKeys(shown) }),
      readWho(store, tenant, shown),
      mayRead ? readAsked(store, tenant, shown) : new Map<string, string>(),
    ]);
    const items = slowTurnsOf(shown, { parts, who, asked, usual });
    const quoted = items.flatMap((turn) => (turn.asked === null ? [] : [turn.callId]));
    await logEach(c, logRead, quoted, 'quotes');
    return c.json({ items, nextCursor }, 200);
  });
