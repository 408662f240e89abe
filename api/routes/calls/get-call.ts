import { createRoute } from '@hono/zod-openapi';
import { needs } from '../../auth/needs.ts';
import type { ApiDeps } from '../../deps.ts';
import { describeAnswers } from '../../http/answers.ts';
import { notFound } from '../../http/problems.ts';
import { newRouter } from '../../http/router.ts';
import { findCall, summarise } from '../../read/summaries.ts';
import { callSummary } from '../../schemas/calls.ts';
import { ofCall } from './of-call.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/calls/{call}',
  ...needs('read'),
  tags: ['calls'],
  summary: 'One call: who, when, how it ended, what was waited for, score',
  request: ofCall,
  responses: describeAnswers(callSummary),
});

export const getCall = ({ store }: Pick<ApiDeps, 'store'>) =>
  newRouter().openapi(route, async (c) => {
    const { tenant } = c.get('principal');
    const row = await findCall(store, tenant, c.req.valid('param').call);
    const [call] = await summarise(store, tenant, [row]);
    if (!call) throw notFound('call');
    return c.json(call, 200);
  });
