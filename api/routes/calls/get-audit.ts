import { createRoute } from '@hono/zod-openapi';
import { books } from '../../../clickhouse/queries/books.ts';
import { lateEvents } from '../../../clickhouse/queries/late-events.ts';
import { quarantinedOfCall } from '../../../clickhouse/queries/quarantined-of-call.ts';
import { readsOfCall } from '../../../clickhouse/queries/reads-of-call.ts';
import { needs } from '../../auth/needs.ts';
import type { ApiDeps } from '../../deps.ts';
import { describeAnswers } from '../../http/answers.ts';
import { newRouter } from '../../http/router.ts';
import { auditOf } from '../../read/audit.ts';
import { findCall } from '../../read/summaries.ts';
import { audit } from '../../schemas/calls.ts';
import { ofCall } from './of-call.ts';

/** An event that reaches the broker so long after it happened is late. */
const LATE_MS = 10_000;

const route = createRoute({
  method: 'get',
  path: '/v1/calls/{call}/audit',
  ...needs('read'),
  tags: ['calls'],
  summary: 'The books of a call, what of it cannot be true, and who read what was said',
  request: ofCall,
  responses: describeAnswers(audit),
});

export const getAudit = ({ store }: Pick<ApiDeps, 'store'>) =>
  newRouter().openapi(route, async (c) => {
    const { tenant } = c.get('principal');
    const { call_id: callId } = await findCall(store, tenant, c.req.valid('param').call);
    const [accounts, late, quarantined, reads] = await Promise.all([
      store.run(books, { tenant, callIds: [callId] }),
      store.run(lateEvents, { tenant, callId, lateMs: LATE_MS }),
      store.run(quarantinedOfCall, { tenant, callIds: [callId] }),
      store.run(readsOfCall, { tenant, callId }),
    ]);
    return c.json(auditOf({ accounts, late: late[0]?.late ?? 0, quarantined, reads }), 200);
  });
