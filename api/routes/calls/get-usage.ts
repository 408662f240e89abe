import { createRoute } from '@hono/zod-openapi';
import { usageOfCall } from '../../../clickhouse/queries/usage-of-call.ts';
import { needs } from '../../auth/needs.ts';
import type { ApiDeps } from '../../deps.ts';
import { describeAnswers } from '../../http/answers.ts';
import { newRouter } from '../../http/router.ts';
import { findCall } from '../../read/summaries.ts';
import { usageOf } from '../../read/usage.ts';
import { usages } from '../../schemas/calls.ts';
import { ofCall } from './of-call.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/calls/{call}/usage',
  ...needs('read'),
  tags: ['calls'],
  summary: 'What the models used, as reported and as believed, with the reasons (docs/usage.md)',
  request: ofCall,
  responses: describeAnswers(usages),
});

export const getUsage = ({ store }: Pick<ApiDeps, 'store'>) =>
  newRouter().openapi(route, async (c) => {
    const { tenant } = c.get('principal');
    const { call_id: callId } = await findCall(store, tenant, c.req.valid('param').call);
    const rows = await store.run(usageOfCall, { tenant, callIds: [callId] });
    return c.json({ items: rows.map(usageOf) }, 200);
  });
