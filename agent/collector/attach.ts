import type { FactData, FactType } from '../../events/catalogue.ts';
import { EARSHOT } from '../../lib/command-line.ts';
import { createClock } from '../../lib/clock.ts';
import { CallCollector } from './call-collector.ts';
import { openLink } from './connection.ts';
import { drainSpools } from './drain.ts';
import type { EndedBy, Ending, EndReason } from './facts/ending.ts';
import { currentJob } from './facts/job.ts';
import { defined } from './facts/values.ts';
import type { Session } from './facts/watch.ts';
import { startHeartbeat } from './heartbeat.ts';
import { collectorProblem } from './problems.ts';
import { resolveOptions, type CollectorOptions, type Settings } from './options.ts';
import { Publisher, type PublisherStats } from './publisher.ts';

export type CollectorStats = PublisherStats;

export type Collector = {
  readonly tenant: string;
  readonly call: string;
  /** This producer, random per attach. */
  readonly instance: string;
  /** Publishes a fact that the agent's own code saw. Never throws. */
  publish<Type extends FactType>(type: Type, data: FactData<Type>): void;
  /** What became known later about caller, room or device. Absent fields keep their value. */
  update(about: FactData<'call.updated'>): void;
  /**
   * Says why the call is about to end, before the agent ends it; the session itself does not tell. `at`: when it was over,
   * epoch ms, where that is noticed later.
   */
  markEnding(reason: EndReason, by?: EndedBy, detail?: string, at?: number): void;
  /** What was marked. */
  ending(): Ending | undefined;
  stats(): CollectorStats;
  /** Resolves when all that was published so far is at the broker, or the collector was closed. */
  flushed(): Promise<void>;
  /**
   * Closes the books and waits for the broker, `timeoutMs` at most (5 s); what it did not take stays in the spool. Comes
   * by itself half a second after the session's close and at the end of a LiveKit job.
   */
  close(timeoutMs?: number): Promise<CollectorStats>;
};

const CLOSE_MS = 5_000;

/**
 * Publishes everything that a session says as facts, while the call goes on. Attach it before `session.start`. Returns
 * at once, also when broker or disk are away; nothing that fails in it reaches the session.
 *
 * @throws EarshotError `bad_option` when an option cannot be right.
 */
export function attachCollector(session: Session, options: CollectorOptions = {}): Collector {
  const job = currentJob();
  const settings = resolveOptions(options, job);
  const clock = createClock();
  const link = openLink(settings.nats, settings.onProblem);
  const publisher = new Publisher({
    name: settings.name,
    link,
    ...settings.spool,
    clock,
    onProblem: settings.onProblem,
  });
  const collector = new CallCollector({ session, settings, publisher, clock, job, onOver: () => void close() });
  const speaking = () => session.agentState === 'speaking' || session.userState === 'speaking';
  const stopHeartbeat = startHeartbeat(publisher, settings.heartbeatMs, speaking);
  const stopDrain = settings.drain ? drainInBackground(settings) : async () => undefined;
  let closing: Promise<CollectorStats> | undefined;

  const closeOnce = async (timeoutMs: number) => {
    // The caller may itself be a listener of the session's close, and run before ours.
    await new Promise((resolve) => setImmediate(resolve));
    stopHeartbeat();
    collector.finish();
    await Promise.all([publisher.close(timeoutMs), stopDrain()]);
    collector.release();
    const stats = publisher.stats();
    await link.release();
    return stats;
  };
  const close = (timeoutMs = CLOSE_MS) => (closing ??= closeOnce(timeoutMs));
  job?.onShutdown(async () => void (await close()));

  return {
    ...settings.name,
    publish: (type, data) => collector.publish(type, data),
    update: (about) => collector.publish('call.updated', about),
    markEnding: (reason, by = 'agent', detail, at) => collector.mark({ reason, by, ...defined({ detail, at }) }),
    ending: () => collector.marked(),
    stats: () => publisher.stats(),
    flushed: () => publisher.flushed(),
    close,
  };
}

/** Sends what processes before this one left. Stops with the collector; the next one goes on. */
function drainInBackground({ nats, spool, onProblem }: Settings): () => Promise<void> {
  const stop = new AbortController();
  const link = openLink(nats, onProblem);
  const done = drainSpools(spool.root, link, { onProblem, signal: stop.signal }).catch((error: unknown) =>
    onProblem(collectorProblem('spool_not_drained', error, `${EARSHOT} spool list`)),
  );
  return async () => {
    stop.abort();
    await done;
    await link.release();
  };
}
