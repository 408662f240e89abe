import { createRoute } from '@hono/zod-openapi';
import { scoresOfCalls } from '../../../clickhouse/queries/scores-of-calls.ts';
import { needs } from '../../auth/needs.ts';
import { may } from '../../auth/principal.ts';
import type { ApiDeps } from '../../deps.ts';
import { describeAnswers } from '../../http/answers.ts';
import { newRouter } from '../../http/router.ts';
import { scoreOf, UNSCORED } from '../../read/score.ts';
import { findCall } from '../../read/summaries.ts';
import { score } from '../../schemas/calls.ts';
import { ofCall } from './of-call.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/calls/{call}/score',
  ...needs('read'),
  tags: ['calls'],
  summary: 'The lead score, so that it can be added up by hand; quotes need the right "transcripts"',
  request: ofCall,
  responses: describeAnswers(score),
});

export const getScore = ({ store, logRead }: Pick<ApiDeps, 'store' | 'logRead'>) =>
  newRouter().openapi(route, async (c) => {
    const principal = c.get('principal');
    const { tenant } = principal;
    const { call_id: callId } = await findCall(store, tenant, c.req.valid('param').call);
    const [row] = await store.run(scoresOfCalls, { tenant, callIds: [callId] });
    const found = row ? scoreOf(row, may(principal, 'transcripts')) : UNSCORED;
    if (found.breakdown.some(({ quote }) => quote !== null)) await logRead(c, callId, 'quotes');
    return c.json(found, 200);
  });
