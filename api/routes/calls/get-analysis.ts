import { createRoute, z } from '@hono/zod-openapi';
import { resultsOfCalls } from '../../../clickhouse/queries/results-of-calls.ts';
import { needs } from '../../auth/needs.ts';
import { may } from '../../auth/principal.ts';
import type { ApiDeps } from '../../deps.ts';
import { describeAnswers } from '../../http/answers.ts';
import { newRouter } from '../../http/router.ts';
import { analysisOf, holdsWords } from '../../read/analysis/analysis.ts';
import { findCall } from '../../read/summaries.ts';
import { analysis, engine } from '../../schemas/analysis/analysis.ts';
import { ofCall } from './of-call.ts';

const MOST_VERSION = 65_535;

const query = z.object({
  version: z.coerce.number().int().min(1).max(MOST_VERSION).optional().openapi({
    description: 'Only results of this version of their analyser',
  }),
  engine: engine.optional().openapi({ description: 'Only results of this engine' }),
});

const route = createRoute({
  method: 'get',
  path: '/v1/calls/{call}/analysis',
  ...needs('read'),
  tags: ['calls'],
  summary: 'What the words of an ended call tell: of each analyser what is current; what was said needs "transcripts"',
  request: { ...ofCall, query },
  responses: describeAnswers(analysis),
});

export const getAnalysis = ({
  store,
  logRead,
  currentAnalysis,
}: Pick<ApiDeps, 'store' | 'logRead' | 'currentAnalysis'>) =>
  newRouter().openapi(route, async (c) => {
    const principal = c.get('principal');
    const { tenant } = principal;
    const { call_id: callId, status } = await findCall(store, tenant, c.req.valid('param').call);
    const rows = await store.run(resultsOfCalls, { tenant, callIds: [callId] });
    const current = await currentAnalysis.get(tenant, { inMemory: true });
    const withWords = may(principal, 'transcripts');
    const asked = { ...c.req.valid('query'), current, ended: status === 'ended', withWords };
    const found = analysisOf(rows, asked);
    if (holdsWords(found)) await logRead(c, callId, 'quotes');
    return c.json(found, 200);
  });
