import { createRoute } from '@hono/zod-openapi';
import { alertsOfCalls } from '../../../clickhouse/queries/alerts-of-calls.ts';
import { errorsOfCall } from '../../../clickhouse/queries/errors-of-call.ts';
import { roomFactsOfCall } from '../../../clickhouse/queries/room-facts-of-call.ts';
import { signalsOfCalls } from '../../../clickhouse/queries/signals-of-calls.ts';
import { statesOfCall } from '../../../clickhouse/queries/states-of-call.ts';
import { toolsOfCall } from '../../../clickhouse/queries/tools-of-call.ts';
import { transcriptOfCall } from '../../../clickhouse/queries/transcript-of-call.ts';
import { turnsOfCalls } from '../../../clickhouse/queries/turns-of-calls.ts';
import { needs } from '../../auth/needs.ts';
import type { ApiDeps } from '../../deps.ts';
import { describeAnswers } from '../../http/answers.ts';
import { newRouter } from '../../http/router.ts';
import { findCall } from '../../read/summaries.ts';
import { timelineOf } from '../../read/timeline.ts';
import { timeline } from '../../schemas/calls.ts';
import { ofCall } from './of-call.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/calls/{call}/timeline',
  ...needs('read'),
  tags: ['calls'],
  summary: 'Who spoke when, with tools, errors, signals, alerts, and who came into the room and left it; no words',
  request: ofCall,
  responses: describeAnswers(timeline),
});

export const getTimeline = ({ store }: Pick<ApiDeps, 'store'>) =>
  newRouter().openapi(route, async (c) => {
    const { tenant } = c.get('principal');
    const { call: callId } = c.req.valid('param');
    const one = { tenant, callId };
    const scope = { tenant, callIds: [callId] };
    const [call, items, states, turns, tools, errors, signals, alerts, room] = await Promise.all([
      findCall(store, tenant, callId),
      store.run(transcriptOfCall, one),
      store.run(statesOfCall, one),
      store.run(turnsOfCalls, scope),
      store.run(toolsOfCall, one),
      store.run(errorsOfCall, one),
      store.run(signalsOfCalls, scope),
      store.run(alertsOfCalls, scope),
      store.run(roomFactsOfCall, one),
    ]);
    return c.json(timelineOf({ call, items, states, turns, tools, errors, signals, alerts, room }), 200);
  });
