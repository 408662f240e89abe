import { createRoute } from '@hono/zod-openapi';
import { needs } from '../../auth/needs.ts';
import { may } from '../../auth/principal.ts';
import type { ApiDeps } from '../../deps.ts';
import { describeAnswers } from '../../http/answers.ts';
import { newRouter } from '../../http/router.ts';
import { alertsOf } from '../../read/alerts.ts';
import { findCall } from '../../read/summaries.ts';
import { alerts } from '../../schemas/alerts.ts';
import { ofCall } from './of-call.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/calls/{call}/alerts',
  ...needs('read'),
  tags: ['calls'],
  summary: 'Alerts and corrections with every attempt to deliver them; their quotes need the right "transcripts"',
  request: ofCall,
  responses: describeAnswers(alerts),
});

export const getCallAlerts = ({ store }: Pick<ApiDeps, 'store'>) =>
  newRouter().openapi(route, async (c) => {
    const principal = c.get('principal');
    const { tenant } = principal;
    const { call_id: callId } = await findCall(store, tenant, c.req.valid('param').call);
    return c.json({ items: await alertsOf(store, tenant, [callId], may(principal, 'transcripts')) }, 200);
  });
