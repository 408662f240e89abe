import { z } from 'zod';
import { storeEnv } from '../clickhouse/env.ts';
import { readEnv } from '../lib/env.ts';
import type { BrokerSettings } from '../lib/broker/connection.ts';
import { httpsUrl } from '../lib/https-url.ts';

const LOCAL_SECRET = 'local-only-secret';

const seconds = (value: number) => value * 1_000;

/** Settings of the worker process (docs/settings.md). */
const workerEnv = storeEnv
  .extend({
    NATS_URL: z.string().default('nats://127.0.0.1:4222'),
    NATS_USER: z.string().optional(),
    NATS_PASSWORD: z.string().optional(),
    NATS_CREDS: z.string().optional(),
    /** Where health, readiness and metrics are served; loopback unless told otherwise. 0 takes a free port. */
    WORKER_HOST: z.string().default('127.0.0.1'),
    WORKER_PORT: z.coerce.number().int().min(0).max(65_535).default(9_464),
    /** How often calls whose agent went silent are looked for, ms. */
    SWEEP_INTERVAL_MS: z.coerce.number().int().positive().default(seconds(5)),
    /** A caller who waits longer than this in a room that no agent joins is told of, ms. */
    NO_AGENT_AFTER_MS: z.coerce.number().int().positive().default(seconds(10)),
    /** JSON: weights of the lead score and the profile of the ideal customer (docs/scoring.md). */
    SCORING_CONFIG: z.string().optional(),
    /** Path of a JSON document: what usage costs (docs/cost.md). */
    PRICES_CONFIG: z.string().optional(),
    /** Keys the hash that stands for a person; production needs one of its own. */
    PERSON_KEY_SECRET: z.string().min(8).default(LOCAL_SECRET),
    /** Path of a YAML document: where each tenant's messages go (docs/alerts.md). */
    DESTINATIONS_CONFIG: z.string().optional(),
    /** Serves every tenant that the document does not name. */
    SLACK_WEBHOOK_URL: httpsUrl.optional(),
    SLACK_API_URL: httpsUrl.default('https://slack.com/api'),
    /** Address of the dashboard, for links in messages; without it they have none. */
    EARSHOT_PUBLIC_URL: z
      .url({ protocol: /^https?$/ })
      .transform((url) => url.replace(/\/+$/, ''))
      .optional(),
    /** An OpenTelemetry collector over HTTP, e.g. `http://localhost:4318`; without it nothing is traced (docs/worker.md). */
    OTEL_EXPORTER_OTLP_ENDPOINT: z
      .url({ protocol: /^https?$/ })
      .transform((url) => url.replace(/\/+$/, ''))
      .optional(),
    /** Share of the calls that are traced. */
    OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
    NODE_ENV: z.string().optional(),
    LOG_LEVEL: z.string().default('info'),
  })
  .refine((env) => env.NODE_ENV !== 'production' || env.PERSON_KEY_SECRET !== LOCAL_SECRET, {
    path: ['PERSON_KEY_SECRET'],
    message: 'must be set in production: the default is public',
  });
export type WorkerEnv = z.infer<typeof workerEnv>;

export function readWorkerEnv(): WorkerEnv {
  return readEnv(workerEnv, process.env);
}

/** What an analysis reads: `SCORING_CONFIG` and the `ANALYSIS_LLM_…` settings, each checked where it is used. */
export function readAnalysisEnv(): Record<string, string | undefined> {
  return process.env;
}

export function brokerSettings(env: WorkerEnv): BrokerSettings {
  return {
    url: env.NATS_URL,
    user: env.NATS_USER,
    password: env.NATS_PASSWORD,
    creds: env.NATS_CREDS,
    inboxPrefix: '_INBOX_worker',
  };
}
