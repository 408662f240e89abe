import type { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import type { Readiness } from '../../lib/parts.ts';
import { routes } from '../app.ts';
import { authenticate } from '../auth/authenticate.ts';
import type { ApiDeps } from '../deps.ts';
import { health } from '../health.ts';
import { page } from '../page.ts';
import { addReference } from '../reference.ts';
import { answerError, answerNotFound } from './answer-error.ts';
import { observe } from './observe.ts';
import { checkOrigin } from './origin.ts';
import { bodyTooLarge } from './problems.ts';
import { createRateLimit, limitRate } from './rate-limit.ts';
import { requestId } from './request-id.ts';
import { newRouter, type ApiEnv } from './router.ts';
import { noStore, securityHeaders } from './security-headers.ts';

const MOST_BODY_BYTES = 64 * 1024;

export type HandlerSettings = {
  publicUrl: string | undefined;
  /** Requests a minute: of a key or session, and of an address that fails. */
  rateLimit: number;
  /** Folder of the built dashboard. */
  dashboardDir: string;
};

/** What every request goes through, the routes, the reference, the page. */
export function createHandler(deps: ApiDeps, readiness: Readiness, settings: HandlerSettings): OpenAPIHono<ApiEnv> {
  const https = settings.publicUrl?.startsWith('https:') ?? false;
  const failures = createRateLimit(settings.rateLimit);
  const limitBody = bodyLimit({
    maxSize: MOST_BODY_BYTES,
    onError: () => {
      throw bodyTooLarge(MOST_BODY_BYTES);
    },
  });
  const app = newRouter();
  app.onError(answerError(deps.log));
  app.notFound(answerNotFound);
  app.use(requestId, observe(deps), securityHeaders({ https, livekitUrl: deps.rooms?.livekit.url }), compress());
  app.route('/', health({ ...deps, failures, readiness }));
  app.use('/v1/*', noStore, authenticate({ ...deps, failures }), limitRate(createRateLimit(settings.rateLimit)));
  app.use('/v1/*', checkOrigin(settings.publicUrl), limitBody);
  app.route('/', routes(deps));
  addReference(app);
  app.route('/', page(settings.dashboardDir));
  return app;
}
