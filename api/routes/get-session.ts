import { createRoute, type z } from '@hono/zod-openapi';
import { needs } from '../auth/needs.ts';
import { may, type Principal } from '../auth/principal.ts';
import type { ApiDeps } from '../deps.ts';
import { describeAnswers } from '../http/answers.ts';
import { newRouter } from '../http/router.ts';
import { isoOrNull } from '../read/times.ts';
import { session } from '../schemas/session.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/session',
  ...needs(),
  tags: ['session'],
  summary: 'Who asks, and what he may',
  responses: describeAnswers(session),
});

type Told = Pick<ApiDeps, 'targetMs' | 'rooms'>;

export const getSession = (deps: Told) =>
  newRouter().openapi(route, (c) => c.json(describeSession(c.get('principal'), deps), 200));

export function describeSession(principal: Principal, { targetMs, rooms }: Told): z.infer<typeof session> {
  const { tenant, role, by, expiresAtMs } = principal;
  return {
    tenant,
    role,
    by,
    canReadTranscripts: may(principal, 'transcripts'),
    canStartCalls: may(principal, 'calls:start'),
    takesWebCalls: rooms?.livekit.url !== undefined,
    canOperate: may(principal, 'operate'),
    targetMs,
    expiresAt: isoOrNull(expiresAtMs),
  };
}
