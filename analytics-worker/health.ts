import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import type { Readiness } from '../lib/parts.ts';
import type { WorkerMetrics } from './metrics.ts';

export type HealthServer = { port: number; close(): Promise<void> };

/**
 * `/healthz`: the process lives. `/readyz`: broker and store answer, else 503 with the problems. `/metrics`: Prometheus.
 *
 * @throws EarshotError by way of `listen` errors, named by the caller.
 */
export async function startHealth(
  options: { host: string; port: number },
  metrics: WorkerMetrics,
  readiness: Readiness,
): Promise<HealthServer> {
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', (c) => {
    const problems = Object.entries(readiness()).filter(([, problem]) => problem !== undefined);
    return c.json(
      { ready: problems.length === 0, problems: Object.fromEntries(problems) },
      problems.length === 0 ? 200 : 503,
    );
  });
  app.get('/metrics', async (c) => {
    c.header('content-type', metrics.registry.contentType);
    return c.body(await metrics.registry.metrics());
  });
  const server = await listen(app, options);
  const address = server.address();
  return {
    port: address && typeof address === 'object' ? address.port : options.port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function listen(app: Hono, { host, port }: { host: string; port: number }): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, () => resolve(server));
    server.once('error', reject);
  });
}
