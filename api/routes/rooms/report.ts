import { createRoute, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { EarshotError } from '../../../lib/errors.ts';
import type { ApiDeps } from '../../deps.ts';
import { describeError, describeErrors } from '../../http/answers.ts';
import { createRateLimit, tooMany } from '../../http/rate-limit.ts';
import { newRouter, type ApiEnv } from '../../http/router.ts';
import { notConfigured } from '../../rooms/livekit.ts';
import { publishFact } from '../../rooms/publish.ts';
import { factsOf } from '../../rooms/report.ts';
import { checkCaller } from '../../rooms/token.ts';
import { pageReport, reportAccepted } from '../../schemas/rooms.ts';

/** Reports a minute and room. */
const LIMIT = 60;

const { 400: badRequest, 401: noToken, 404: notFound, 429: tooOften, 503: away } = describeErrors;

/** @param caller checks the token before anything else is looked at */
const routeFor = (caller: MiddlewareHandler<ApiEnv>) =>
  createRoute({
    method: 'post',
    path: '/v1/web-calls/{room}/reports',
    security: [{ webCall: [] }],
    middleware: caller,
    tags: ['web calls'],
    summary: "What only the caller's side knows: the first sound heard after he stopped speaking, his connection",
    request: {
      params: z.object({ room: z.string().min(1).max(200) }),
      body: { required: true, content: { 'application/json': { schema: pageReport } } },
    },
    responses: {
      202: { description: 'The broker has them', content: { 'application/json': { schema: reportAccepted } } },
      400: badRequest,
      401: noToken,
      404: notFound,
      409: describeError('No agent has joined yet: keep the facts and send them again'),
      429: tooOften,
      503: away,
    },
  });

export const reportFromPage = ({ nc, rooms }: Pick<ApiDeps, 'nc' | 'rooms'>) => {
  const limit = createRateLimit(LIMIT);
  const caller: MiddlewareHandler<ApiEnv> = async (c, next) => {
    if (!rooms) throw notConfigured('LIVEKIT_API_KEY');
    await checkCaller(rooms.livekit, c.req.param('room') ?? '', c.req.header('Authorization'));
    await next();
  };
  return newRouter().openapi(routeFor(caller), async (c) => {
    if (!rooms) throw notConfigured('LIVEKIT_API_KEY');
    const { room } = c.req.valid('param');
    const report = c.req.valid('json');
    const quota = limit.take(room);
    if (quota.exceeded) throw tooMany(c, quota);
    const place = await rooms.book.callIn(room);
    if (!place) throw notLinked();
    const facts = factsOf(place, report, Date.now());
    if (!(await rooms.book.admit(room, report.instance))) throw tooManyPages();
    await Promise.all(facts.map((fact) => publishFact(nc, fact)));
    return c.json({ accepted: facts.length }, 202);
  });
};

function tooManyPages(): EarshotError {
  const message = 'too many pages have reported from this room';
  return new EarshotError({ code: 'too_many_requests', message, fix: 'keep the name of the page while it is open' });
}

function notLinked(): EarshotError {
  const message = 'no agent has joined the room yet';
  return new EarshotError({ code: 'call_not_linked', message, fix: 'keep the facts and send them again in a moment' });
}
