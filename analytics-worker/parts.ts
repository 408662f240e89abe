import type { NatsConnection } from 'nats';
import type { Store } from '../clickhouse/client.ts';
import { EarshotError, messageOf, type Problem } from '../lib/errors.ts';
import { repeat } from '../lib/repeat.ts';
import type { Readiness } from './health.ts';

const CHECK_MS = 2_000;

/** Watches the parts that a worker needs, for readiness. */
export function watchParts(nc: NatsConnection, store: Store): { problems: Readiness; stop(): void } {
  let storeProblem: Problem | undefined;
  const checks = repeat(
    CHECK_MS,
    async () => {
      await store.ping();
      storeProblem = undefined;
    },
    (error) => (storeProblem = problemOf(error)),
  );
  return {
    problems: () => ({ store: storeProblem, broker: brokerProblem(nc) }),
    stop: () => void checks.stop(),
  };
}

function problemOf(error: unknown): Problem {
  return error instanceof EarshotError ? error.problem : { code: 'store_unavailable', message: messageOf(error) };
}

/** The client shows no state of its own but the server that it talks to. */
function brokerProblem(nc: NatsConnection): Problem | undefined {
  if (!nc.isClosed() && nc.info !== undefined) return undefined;
  return {
    code: 'broker_unavailable',
    field: 'NATS_URL',
    message: 'not connected',
    fix: 'start the broker; the worker waits for it',
  };
}
