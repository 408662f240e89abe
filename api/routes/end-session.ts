import { createRoute } from '@hono/zod-openapi';
import { needs } from '../auth/needs.ts';
import type { ApiDeps } from '../deps.ts';
import { describeErrors } from '../http/answers.ts';
import { newRouter } from '../http/router.ts';

const route = createRoute({
  method: 'delete',
  path: '/v1/session',
  ...needs(),
  tags: ['session'],
  summary: 'Logs out: the session ends in every window. Keys have no session; nothing happens',
  responses: { 204: { description: 'There is no session any more' }, ...describeErrors },
});

export const endSession = ({ logins, cookie }: Pick<ApiDeps, 'logins' | 'cookie'>) =>
  newRouter().openapi(route, async (c) => {
    const secret = cookie.read(c);
    if (c.get('principal').kind === 'session' && secret !== undefined) {
      await logins.end(secret);
      cookie.clear(c);
    }
    return c.body(null, 204);
  });
