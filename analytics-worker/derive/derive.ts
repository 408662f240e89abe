import type { JsMsg, NatsConnection } from 'nats';
import type { Store } from '../../clickhouse/client.ts';
import { parseDeriveSubject, type Lane } from '../../events/subjects.ts';
import { messageOf, type Problem } from '../../lib/errors.ts';
import type { Log } from '../../lib/log.ts';
import { inputAtFault, keepTrying } from '../../lib/retry.ts';
import { startIntake, type Intake } from '../broker/intake.ts';
import { durables } from '../broker/topology.ts';
import type { ConclusionConfig } from '../conclusions/types.ts';
import { failOnce, type FailureDeps } from '../deadletters/failure.ts';
import type { WorkerMetrics } from '../metrics.ts';
import { concludeStoredCall } from './call.ts';

export type DeriveDeps = FailureDeps & {
  nc: NatsConnection;
  store: Store;
  metrics: WorkerMetrics;
  log: Log;
  signal: AbortSignal;
  config: ConclusionConfig;
  /** As for ingest. */
  onFatal(error: unknown): void;
};

export type Derive = { held(): number; stop(): Promise<void> };

/** Calls concluded at once. Hot ones have places of their own, so that a backlog of others cannot delay them. */
const CONCURRENCY: Record<Lane, number> = { hot: 2, standard: 2 };

/** Trigger stream → conclusions. Reads a call's rows, concludes, stores, acknowledges. */
export async function startDerive(deps: DeriveDeps): Promise<Derive> {
  const lanes = [await startLane(deps, 'hot'), await startLane(deps, 'standard')];
  return {
    held: () => lanes.reduce((sum, lane) => sum + lane.held(), 0),
    stop: async () => void (await Promise.all(lanes.map((lane) => lane.stop()))),
  };
}

async function startLane(deps: DeriveDeps, lane: Lane): Promise<Derive> {
  const waiting: JsMsg[] = [];
  const running = new Set<Promise<void>>();
  const intake: Intake = await startIntake(
    deps.nc,
    lane === 'hot' ? durables.deriveHot : durables.deriveStandard,
    (message) => {
      waiting.push(message);
      next();
    },
  );

  function next(): void {
    while (running.size < CONCURRENCY[lane]) {
      const message = waiting.shift();
      if (!message) return;
      const work = handle(message).finally(() => {
        running.delete(work);
        intake.release(message);
        if (!deps.signal.aborted) next();
      });
      running.add(work);
    }
  }

  async function handle(message: JsMsg): Promise<void> {
    const started = performance.now();
    try {
      await conclude(message);
      deps.metrics.derived.inc({ lane });
      deps.metrics.deriveTime.observe((performance.now() - started) / 1_000);
    } catch (error) {
      message.nak(GIVE_BACK_MS);
      if (!deps.signal.aborted) deps.onFatal(error);
    }
  }

  async function conclude(message: JsMsg): Promise<void> {
    const where = parseDeriveSubject(message.subject);
    if (!where) return fail(message, badSubject(message.subject));
    try {
      const onWait = () => deps.metrics.waits.inc({ part: 'store' });
      await keepTrying(() => concludeStoredCall(deps.store, where.tenant, where.call, deps.config), {
        signal: deps.signal,
        onWait,
      });
      message.ack();
      if (message.redelivered) await deps.tries.clear(tryKey(message));
    } catch (error) {
      if (deps.signal.aborted || !inputAtFault(error)) throw error;
      await fail(message, {
        code: 'derive_failed',
        message: messageOf(error),
        fix: 'report it; then: earshot call derive',
      });
    }
  }

  async function fail(message: JsMsg, problem: Problem): Promise<void> {
    await failOnce(deps, 'derive', message, tryKey(message), problem);
  }

  return {
    held: intake.held,
    stop: async () => {
      await intake.stop();
      for (const message of waiting.splice(0)) {
        message.nak();
        intake.release(message);
      }
      await Promise.all(running);
    },
  };
}

const GIVE_BACK_MS = 200;

/** By call, not by message: a trigger that was replaced is the same work. */
function tryKey(message: JsMsg): string {
  return `derive-${message.subject}`;
}

function badSubject(subject: string): Problem {
  return {
    code: 'bad_subject',
    field: 'subject',
    message: `${subject} is no trigger subject`,
    fix: 'publish to derive.<hot|standard>.<tenant>.<call>',
  };
}
