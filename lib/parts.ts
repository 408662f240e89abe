import type { NatsConnection } from 'nats';
import { EarshotError, messageOf, type Problem } from './errors.ts';
import { repeat } from './repeat.ts';

/** The parts that a process needs; `undefined` means that the part is there. */
export type Readiness = () => Record<string, Problem | undefined>;

const CHECK_MS = 2_000;

/** Watches broker and store for a process's readiness. */
export function watchParts(
  nc: NatsConnection,
  store: { ping(): Promise<void> },
): { problems: Readiness; stop(): void } {
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
    fix: 'start the broker; it is waited for',
  };
}
