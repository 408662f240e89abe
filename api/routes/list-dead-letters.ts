import { createRoute, z } from '@hono/zod-openapi';
import { deadLettersPage } from '../../clickhouse/queries/dead-letters-page.ts';
import { needs } from '../auth/needs.ts';
import { letterOf } from '../dead-letters/letters.ts';
import type { ApiDeps } from '../deps.ts';
import { describeAnswers } from '../http/answers.ts';
import { cutPage, decodeCursor } from '../http/cursor.ts';
import { newRouter } from '../http/router.ts';
import { paging } from '../schemas/common.ts';
import { deadLetterPage } from '../schemas/pipeline.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/dead-letters',
  ...needs('operate'),
  tags: ['pipeline'],
  summary: 'Messages that could not be understood, newest first',
  request: { query: paging },
  responses: describeAnswers(deadLetterPage),
});

/** Place and event id of the last letter of the page before. Letters of old have no place: they share 0. */
const place = z.tuple([z.int().min(0), z.string().min(1)]);

export const listDeadLetters = ({ store }: Pick<ApiDeps, 'store'>) =>
  newRouter().openapi(route, async (c) => {
    const { limit, cursor } = c.req.valid('query');
    const [afterSeq, afterEventId] = decodeCursor(cursor, place) ?? [];
    const { tenant } = c.get('principal');
    const rows = await store.run(deadLettersPage, { tenant, afterSeq, afterEventId, limit: limit + 1 });
    const { shown, nextCursor } = cutPage(rows, limit, (row) => [row.letter_seq, row.event_id]);
    return c.json({ items: shown.map(letterOf), nextCursor }, 200);
  });
