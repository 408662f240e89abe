import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What an api process says about itself on /metrics. */
export type ApiMetrics = ReturnType<typeof createMetrics>;

const BUCKETS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Counter({
      registers,
      name: 'earshot_api_requests_total',
      help: 'Requests answered, by route and status',
      labelNames: ['method', 'route', 'status'],
    }),
    requestTime: new Histogram({
      registers,
      name: 'earshot_api_request_seconds',
      help: 'Time to the first byte of an answer, seconds',
      labelNames: ['method', 'route'],
      buckets: BUCKETS_S,
    }),
    refused: new Counter({
      registers,
      name: 'earshot_api_refused_total',
      help: 'Requests refused, by the code of the error',
      labelNames: ['code'],
    }),
    streams: new Gauge({
      registers,
      name: 'earshot_api_live_streams',
      help: 'Live streams that are open',
    }),
  };
}
