import { createRoute, z } from '@hono/zod-openapi';
import type { HttpBindings } from '@hono/node-server';
import { repeat } from '../../lib/repeat.ts';
import type { ApiDeps } from '../deps.ts';
import { whoAsks } from '../auth/authenticate.ts';
import { needs } from '../auth/needs.ts';
import { may } from '../auth/principal.ts';
import { describeAnswers } from '../http/answers.ts';
import { newRouter } from '../http/router.ts';
import type { Cut, LiveClient } from '../live/client.ts';
import { readCursor } from '../live/cursor.ts';

/** A stream outlives its key or session by so much at most, ms. */
const CHECK_MS = 2_000;

const OVER: Cut = { code: 'session_over', message: 'the key was revoked or the session is over' };

const route = createRoute({
  method: 'get',
  path: '/v1/live',
  tags: ['live'],
  summary: 'Calls as they happen, as server-sent events',
  description:
    'First a `call` for each call that goes on or ended a minute ago, then `call`, `words`, `state`, `turn`, `signal`, ' +
    '`score` and `alert` as they come, and `pulse` every 2 s. Data is JSON. Every event may come twice. The id is a ' +
    'cursor: a client that sends it as `Last-Event-ID` within ten minutes misses nothing. `words`, quotes and last ' +
    'texts are given only to who may read transcripts. Before the server ends the stream it says `cut` with the reason: ' +
    '`too_slow`, `interrupted`, `session_over` or `shutting_down`.',
  ...needs('read'),
  request: { headers: z.object({ 'last-event-id': z.string().optional() }) },
  responses: {
    ...describeAnswers(z.string()),
    200: { description: 'The stream', content: { 'text/event-stream': { schema: z.string() } } },
  },
});

export const getLive = (deps: ApiDeps) =>
  newRouter().openapi(route, async (c) => {
    const { live, logRead, metrics, log } = deps;
    const principal = c.get('principal');
    const { tenant } = principal;
    const { outgoing } = (c.env ?? {}) as Partial<HttpBindings>;
    const { client, leave } = await live.open(tenant, {
      cursor: readCursor(c.req.header('Last-Event-ID'), Date.now()),
      logRead: may(principal, 'transcripts') ? (call) => logRead(c, call, 'live') : undefined,
      onCut: ({ code }) => log[code === 'too_slow' ? 'warn' : 'debug']({ tenant, code }, 'a live stream was cut'),
      kill: () => void outgoing?.destroy(),
    });
    metrics.streams.inc();
    const checkKey = async () => {
      if (!(await whoAsks(deps, c))) client.cut(OVER);
    };
    // While the broker is away nobody is turned out.
    const check = repeat(CHECK_MS, checkKey, () => undefined);
    let isOver = false;
    const over = () => {
      if (isOver) return;
      isOver = true;
      void check.stop();
      metrics.streams.dec();
      leave();
    };
    return c.body(streamOf(client, over), 200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    });
  });

/** Made piece by piece as the reader takes them: what he does not take waits with the client, and is bounded there. */
function streamOf(client: LiveClient, over: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let isGone = false;
  return new ReadableStream(
    {
      pull: async (controller) => {
        const text = await client.next();
        if (text !== undefined) return controller.enqueue(encoder.encode(text));
        over();
        if (!isGone) controller.close();
      },
      cancel: () => {
        isGone = true;
        over();
      },
    },
    { highWaterMark: 0 },
  );
}
