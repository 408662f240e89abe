import { createRoute, z } from '@hono/zod-openapi';
import { eventsOfCall } from '../../../clickhouse/queries/events-of-call.ts';
import { needs } from '../../auth/needs.ts';
import type { ApiDeps } from '../../deps.ts';
import { describeAnswers } from '../../http/answers.ts';
import { cutPage, decodeCursor } from '../../http/cursor.ts';
import { newRouter } from '../../http/router.ts';
import { findCall } from '../../read/summaries.ts';
import { iso } from '../../read/times.ts';
import { rawEventPage } from '../../schemas/calls.ts';
import { paging } from '../../schemas/common.ts';
import { ofCall } from './of-call.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/calls/{call}/events',
  ...needs('transcripts'),
  tags: ['calls'],
  summary: 'The raw events as they were published, oldest first; the reading is logged',
  request: { ...ofCall, query: paging },
  responses: describeAnswers(rawEventPage),
});

/** Time and id of the last event of the page before. */
const place = z.tuple([z.int().min(0), z.string().min(1)]);

export const listEvents = ({ store, logRead }: Pick<ApiDeps, 'store' | 'logRead'>) =>
  newRouter().openapi(route, async (c) => {
    const { tenant } = c.get('principal');
    const { limit, cursor } = c.req.valid('query');
    const [afterAt, afterEventId] = decodeCursor(cursor, place) ?? [];
    const { call_id: callId } = await findCall(store, tenant, c.req.valid('param').call);
    await logRead(c, callId, 'events');
    const rows = await store.run(eventsOfCall, { tenant, callId, afterAt, afterEventId, limit: limit + 1 });
    const { shown, nextCursor } = cutPage(rows, limit, (row) => [row.at, row.event_id]);
    const items = shown.map((row) => ({
      eventId: row.event_id,
      type: row.type,
      at: iso(row.at),
      storedAt: iso(row.inserted_at),
      event: JSON.parse(row.payload) as unknown,
    }));
    return c.json({ items, nextCursor }, 200);
  });
