import { createRoute } from '@hono/zod-openapi';
import { turnParts } from '../../../clickhouse/queries/turn-parts.ts';
import { turnsOfCalls } from '../../../clickhouse/queries/turns-of-calls.ts';
import { groupBy } from '../../../lib/group.ts';
import { needs } from '../../auth/needs.ts';
import type { ApiDeps } from '../../deps.ts';
import { describeAnswers } from '../../http/answers.ts';
import { newRouter } from '../../http/router.ts';
import { findCall } from '../../read/summaries.ts';
import { atCallerOf, turnOf } from '../../read/turns.ts';
import { turns } from '../../schemas/calls.ts';
import { ofCall } from './of-call.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/calls/{call}/turns',
  ...needs('read'),
  tags: ['calls'],
  summary: 'The turns of a call, each with its waterfall and the cause of its wait',
  request: ofCall,
  responses: describeAnswers(turns),
});

export const getTurns = ({ store, readUsual }: Pick<ApiDeps, 'store' | 'readUsual'>) =>
  newRouter().openapi(route, async (c) => {
    const { tenant } = c.get('principal');
    const { call: callId } = c.req.valid('param');
    const scope = { tenant, callIds: [callId] };
    const [call, rows, parts, usual] = await Promise.all([
      findCall(store, tenant, callId),
      store.run(turnsOfCalls, scope),
      store.run(turnParts, scope),
      readUsual(tenant),
    ]);
    const partsOfTurn = groupBy(parts, ({ turn }) => turn);
    const items = rows.map((row) => turnOf(row, partsOfTurn.get(row.turn) ?? [], call.agent_name, usual));
    return c.json({ items, atCaller: atCallerOf(rows) }, 200);
  });
