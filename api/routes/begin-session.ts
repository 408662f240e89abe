import { createRoute } from '@hono/zod-openapi';
import type { ApiDeps } from '../deps.ts';
import { describeAnswers, describeError } from '../http/answers.ts';
import { newRouter } from '../http/router.ts';
import { loginRequest, session } from '../schemas/session.ts';
import { describeSession } from './get-session.ts';

const { 200: ok, 400: badRequest, 403: foreign, 429: tooMany, 503: away } = describeAnswers(session);
const used = describeError('The code was used, or is too old');
const route = createRoute({
  method: 'post',
  path: '/v1/session',
  security: [],
  tags: ['session'],
  summary: 'Trades the one-time code of a login link for a session, kept in a cookie',
  request: { body: { required: true, content: { 'application/json': { schema: loginRequest } } } },
  responses: { 200: ok, 400: badRequest, 403: foreign, 410: used, 429: tooMany, 503: away },
});

export const beginSession = ({
  logins,
  cookie,
  targetMs,
  rooms,
}: Pick<ApiDeps, 'logins' | 'cookie' | 'targetMs' | 'rooms'>) =>
  newRouter().openapi(route, async (c) => {
    const { secret, principal } = await logins.begin(c.req.valid('json').code);
    cookie.set(c, secret);
    return c.json(describeSession(principal, { targetMs, rooms }), 200);
  });
