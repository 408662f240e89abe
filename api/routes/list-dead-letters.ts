import { createRoute } from '@hono/zod-openapi';
import { deadLettersPage } from '../../clickhouse/queries/dead-letters-page.ts';
import { needs } from '../auth/needs.ts';
import { letterOf } from '../dead-letters/letters.ts';
import type { ApiDeps } from '../deps.ts';
import { describeAnswers } from '../http/answers.ts';
import { newRouter } from '../http/router.ts';
import { EarshotError } from '../../lib/errors.ts';
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

export const listDeadLetters = ({ store }: Pick<ApiDeps, 'store'>) =>
  newRouter().openapi(route, async (c) => {
    const { limit, cursor } = c.req.valid('query');
    const beforeSeq = cursor === undefined ? 0 : readCursor(cursor);
    const rows = await store.run(deadLettersPage, { tenant: c.get('principal').tenant, beforeSeq, limit: limit + 1 });
    const items = rows.slice(0, limit).map(letterOf);
    const last = items.at(-1);
    return c.json({ items, nextCursor: rows.length > limit && last ? String(last.seq) : null }, 200);
  });

/** The number of the last letter of the page before. */
function readCursor(cursor: string): number {
  const seq = Number(cursor);
  if (Number.isSafeInteger(seq) && seq > 0) return seq;
  const fix = 'use nextCursor of the page before, or leave it out';
  throw new EarshotError({ code: 'bad_cursor', field: 'cursor', message: 'is none that a page gave', fix });
}
