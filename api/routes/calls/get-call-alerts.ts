import { createRoute } from '@hono/zod-openapi';
import { logEach } from '../../audit.ts';
import { needs } from '../../auth/needs.ts';
import { may } from '../../auth/principal.ts';
import type { ApiDeps } from '../../deps.ts';
import { describeAnswers } from '../../http/answers.ts';
import { newRouter } from '../../http/router.ts';
import { callsQuoted, forReader, readAlerts } from '../../read/alerts.ts';
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

export const getCallAlerts = ({ store, logRead }: Pick<ApiDeps, 'store' | 'logRead'>) =>
  newRouter().openapi(route, async (c) => {
    const principal = c.get('principal');
    const { tenant } = principal;
    const { call_id: callId } = await findCall(store, tenant, c.req.valid('param').call);
    const known = await readAlerts(store, tenant, [callId]);
    const withQuotes = may(principal, 'transcripts');
    if (withQuotes) await logEach(c, logRead, callsQuoted(known), 'quotes');
    return c.json({ items: forReader(known, withQuotes) }, 200);
  });
