import { createRoute } from '@hono/zod-openapi';
import { transcriptOfCall } from '../../../clickhouse/queries/transcript-of-call.ts';
import { turnsOfCalls } from '../../../clickhouse/queries/turns-of-calls.ts';
import { needs } from '../../auth/needs.ts';
import type { ApiDeps } from '../../deps.ts';
import { describeAnswers } from '../../http/answers.ts';
import { newRouter } from '../../http/router.ts';
import { findCall } from '../../read/summaries.ts';
import { transcriptItemsOf } from '../../read/transcript.ts';
import { transcript } from '../../schemas/calls.ts';
import { ofCall } from './of-call.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/calls/{call}/transcript',
  ...needs('transcripts'),
  tags: ['calls'],
  summary: 'What was said, with what was waited for each answer; the reading is logged',
  request: ofCall,
  responses: describeAnswers(transcript),
});

export const getTranscript = ({ store, logRead }: Pick<ApiDeps, 'store' | 'logRead'>) =>
  newRouter().openapi(route, async (c) => {
    const { tenant } = c.get('principal');
    const { call: callId } = c.req.valid('param');
    const [, items, turns] = await Promise.all([
      findCall(store, tenant, callId),
      store.run(transcriptOfCall, { tenant, callId }),
      store.run(turnsOfCalls, { tenant, callIds: [callId] }),
    ]);
    await logRead(c, callId, 'transcript');
    return c.json({ items: transcriptItemsOf(items, turns) }, 200);
  });
