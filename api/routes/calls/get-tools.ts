import { createRoute } from '@hono/zod-openapi';
import { toolsOfCall } from '../../../clickhouse/queries/tools-of-call.ts';
import { turnsOfCalls } from '../../../clickhouse/queries/turns-of-calls.ts';
import { needs } from '../../auth/needs.ts';
import type { ApiDeps } from '../../deps.ts';
import { describeAnswers } from '../../http/answers.ts';
import { newRouter } from '../../http/router.ts';
import { findCall } from '../../read/summaries.ts';
import { toolCallsOf } from '../../read/tools.ts';
import { toolCalls } from '../../schemas/calls.ts';
import { ofCall } from './of-call.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/calls/{call}/tools',
  ...needs('transcripts'),
  tags: ['calls'],
  summary: 'The tools that the agent used, with what went in and came out; the reading is logged',
  request: ofCall,
  responses: describeAnswers(toolCalls),
});

export const getTools = ({ store, logRead }: Pick<ApiDeps, 'store' | 'logRead'>) =>
  newRouter().openapi(route, async (c) => {
    const { tenant } = c.get('principal');
    const { call_id: callId } = await findCall(store, tenant, c.req.valid('param').call);
    await logRead(c, callId, 'tools');
    const [tools, turns] = await Promise.all([
      store.run(toolsOfCall, { tenant, callId }),
      store.run(turnsOfCalls, { tenant, callIds: [callId] }),
    ]);
    return c.json({ items: toolCallsOf(tools, turns) }, 200);
  });
