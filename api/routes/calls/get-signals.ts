import { createRoute } from '@hono/zod-openapi';
import { signalsOfCalls } from '../../../clickhouse/queries/signals-of-calls.ts';
import { needs } from '../../auth/needs.ts';
import { may } from '../../auth/principal.ts';
import type { ApiDeps } from '../../deps.ts';
import { describeAnswers } from '../../http/answers.ts';
import { newRouter } from '../../http/router.ts';
import { signalsOf } from '../../read/signals.ts';
import { findCall } from '../../read/summaries.ts';
import { signals } from '../../schemas/calls.ts';
import { ofCall } from './of-call.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/calls/{call}/signals',
  ...needs('read'),
  tags: ['calls'],
  summary: 'What the caller told, with what each value replaced; quotes need the right "transcripts"',
  request: ofCall,
  responses: describeAnswers(signals),
});

export const getSignals = ({ store, logRead }: Pick<ApiDeps, 'store' | 'logRead'>) =>
  newRouter().openapi(route, async (c) => {
    const principal = c.get('principal');
    const { tenant } = principal;
    const { call_id: callId } = await findCall(store, tenant, c.req.valid('param').call);
    const rows = await store.run(signalsOfCalls, { tenant, callIds: [callId] });
    const items = signalsOf(rows, may(principal, 'transcripts'));
    if (items.some(({ quote }) => quote !== null)) await logRead(c, callId, 'quotes');
    return c.json({ items }, 200);
  });
