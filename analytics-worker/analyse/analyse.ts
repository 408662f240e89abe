import { millis, type Consumer, type JsMsg } from 'nats';
import { parseAnalyseSubject, type Lane } from '../../events/subjects.ts';
import { EARSHOT } from '../../lib/command-line.ts';
import { messageOf, type Problem } from '../../lib/errors.ts';
import { inputAtFault, keepTrying, pause } from '../../lib/retry.ts';
import { durables, type DurablePlan } from '../broker/topology.ts';
import { failOnce, type FailureDeps } from '../deadletters/failure.ts';
import type { Tracing } from '../tracing.ts';
import { analyseOne, type AskDeps } from './one.ts';

export type AnalyseDeps = FailureDeps &
  AskDeps & {
    tracing: Tracing;
    /** As for ingest. */
    onFatal(error: unknown): void;
  };

export type Analyse = { held(): number; stop(): Promise<void> };

/** Calls that are asked about at once, in each process. Each lane has its own, so that no other holds up the hot ones. */
const LANES: Record<Lane, { plan: DurablePlan; atOnce: number }> = {
  hot: { plan: durables.analyseHot, atOnce: 4 },
  standard: { plan: durables.analyseStandard, atOnce: 2 },
  again: { plan: durables.analyseAgain, atOnce: 1 },
};

const PULL_MS = 2_000;
const GIVE_BACK_MS = 200;
/** Before a broker that refuses is asked again. */
const PAUSE_MS = 500;

/**
 * Question stream → what a model finds in calls that have ended. Slow by nature, and in nobody's way. Where a consumer cannot
 * be had nothing is asked, so that it can be started again.
 */
export async function startAnalyse(deps: AnalyseDeps): Promise<Analyse> {
  const stopping = new AbortController();
  const held = new Set<JsMsg>();
  /** Names of the consumers that refuse at the moment. */
  const refusing = new Set<string>();
  const consumers: Consumer[] = [];
  for (const { plan, atOnce } of Object.values(LANES)) {
    for (let slot = 0; slot < atOnce; slot++) consumers.push(await consumerOf(deps, plan));
  }
  const slots = consumers.map((consumer) => serve(consumer).catch(fail));

  async function serve(consumer: Consumer): Promise<void> {
    const { name, config } = await consumer.info(true);
    const ackWaitMs = millis(config.ack_wait ?? 0);
    while (!stopping.signal.aborted) {
      const message = await next(consumer, name);
      if (!message) continue;
      if (stopping.signal.aborted) message.nak(GIVE_BACK_MS);
      else await handle(message, ackWaitMs);
    }
  }

  /** Null where there is none for a while. A broker or consumer that is gone is waited for, and told of once. */
  async function next(consumer: Consumer, name: string): Promise<JsMsg | null> {
    try {
      const message = await consumer.next({ expires: PULL_MS });
      refusing.delete(name);
      return message;
    } catch (error) {
      if (!refusing.has(name)) deps.log.warn({ consumer: name, error: messageOf(error) }, 'no questions can be taken');
      refusing.add(name);
      await pause(PAUSE_MS, stopping.signal);
      return null;
    }
  }

  async function handle(message: JsMsg, ackWaitMs: number): Promise<void> {
    held.add(message);
    const keeper = setInterval(() => message.working(), ackWaitMs / 3);
    try {
      const place = parseAnalyseSubject(message.subject);
      if (!place) throw new Error(`${message.subject} is no trigger subject`);
      const fromMs = message.info.timestampNanos / 1e6;
      const waitMs = await analyseOne(deps, place);
      const { tenant, call, lane } = place;
      const attributes = { 'earshot.lane': lane, 'earshot.model_away': waitMs !== undefined };
      deps.tracing.record({ tenant, call, name: 'analyse', fromMs, toMs: Date.now(), attributes });
      if (waitMs !== undefined) return message.nak(waitMs);
      message.ack();
      if (message.redelivered) await keepTrying(() => deps.tries.clear(tryKey(message)), deps);
    } catch (error) {
      await settle(message, error);
    } finally {
      clearInterval(keeper);
      held.delete(message);
    }
  }

  async function settle(message: JsMsg, error: unknown): Promise<void> {
    if (!deps.signal.aborted && inputAtFault(error))
      return void (await failOnce(deps, 'analyse', message, tryKey(message), failed(error)));
    message.nak(GIVE_BACK_MS);
    fail(error);
  }

  function fail(error: unknown): void {
    if (!deps.signal.aborted) deps.onFatal(error);
  }

  return {
    held: () => held.size,
    stop: async () => {
      stopping.abort();
      await Promise.all(slots);
    },
  };
}

/** Of its own for each slot: one consumer takes one request at a time. */
function consumerOf({ nc }: AnalyseDeps, { stream, durable }: DurablePlan): Promise<Consumer> {
  return nc.jetstream().consumers.get(stream, durable);
}

function tryKey({ subject }: JsMsg): string {
  return subject;
}

function failed(error: unknown): Problem {
  const fix = `report it; then send it again: ${EARSHOT} dlq redrive`;
  return { code: 'analysis_failed', message: messageOf(error), fix };
}
