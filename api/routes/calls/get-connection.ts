import { createRoute } from '@hono/zod-openapi';
import { connectionOfCall } from '../../../clickhouse/queries/connection-of-call.ts';
import { needs } from '../../auth/needs.ts';
import type { ApiDeps } from '../../deps.ts';
import { describeAnswers } from '../../http/answers.ts';
import { newRouter } from '../../http/router.ts';
import { connectionOf } from '../../read/connection.ts';
import { findCall } from '../../read/summaries.ts';
import { connection } from '../../schemas/rooms.ts';
import { ofCall } from './of-call.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/calls/{call}/connection',
  ...needs('read'),
  tags: ['calls'],
  summary: 'How the connection was through the call, at the agent and at the caller',
  request: ofCall,
  responses: describeAnswers(connection),
});

export const getConnection = ({ store }: Pick<ApiDeps, 'store'>) =>
  newRouter().openapi(route, async (c) => {
    const { tenant } = c.get('principal');
    const { call_id: callId } = await findCall(store, tenant, c.req.valid('param').call);
    return c.json(connectionOf(await store.run(connectionOfCall, { tenant, callId })), 200);
  });
