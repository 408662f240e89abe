import type { NatsConnection } from 'nats';
import type { Store } from '../../clickhouse/client.ts';
import { openSessions } from '../../clickhouse/queries/open-sessions.ts';
import { streams, subjects } from '../../events/subjects.ts';
import { backlogOf } from '../../lib/broker/backlog.ts';
import { publish } from '../../lib/broker/publish.ts';
import { messageOf } from '../../lib/errors.ts';
import type { Log } from '../../lib/log.ts';
import { repeat } from '../../lib/repeat.ts';
import { durables } from '../broker/topology.ts';
import type { WorkerMetrics } from '../metrics.ts';
import { state } from './publish.ts';

/** So many heartbeats may be missing before an agent counts as lost (docs/events.md, agent_lost). */
const BEATS = 6;

export type SweepDeps = {
  nc: NatsConnection;
  store: Store;
  metrics: WorkerMetrics;
  log: Log;
  intervalMs: number;
};

/**
 * Closes calls whose agent went silent. Silence is judged by the broker's clock and up to the event to which ingest has
 * come, and only when the broker has been there for as long: neither a backlog nor an outage is the agent's death. The closing's id is made
 * from the call and its last event, so that two sweepers write one.
 *
 * @param brokerUp how long the broker has been there without a break, ms; negative while it is away
 */
export function startSweep(deps: SweepDeps, brokerUp: () => number): { stop(): Promise<void> } {
  return repeat(
    deps.intervalMs,
    () => sweep(deps, brokerUp()),
    (error) => deps.log.warn({ error: messageOf(error) }, 'sweep failed'),
  );
}

async function sweep(deps: SweepDeps, brokerUpMs: number): Promise<void> {
  const { nc, store } = deps;
  if (nc.isClosed() || brokerUpMs < 0) return;
  const { nowMs: now, handledUntilMs } = await backlogOf(nc, durables.ingest.stream, durables.ingest.durable);
  for (const session of await store.run(openSessions, { sinceMs: now - streams.events.maxAgeMs })) {
    const patienceMs = BEATS * session.heartbeat_ms;
    const silentMs = handledUntilMs - session.last_broker_at;
    if (session.revise) await publish(nc, subjects.derive('standard', session.tenant, session.call_id));
    else if (silentMs > patienceMs && brokerUpMs > patienceMs) await close(deps, session, now);
  }
}

type Silent = { tenant: string; call_id: string; last_event_id: string; last_at: number };

async function close({ nc, metrics, log }: SweepDeps, session: Silent, now: number): Promise<void> {
  const { tenant, call_id: call, last_event_id: lastEventId, last_at: lastEventAt } = session;
  const data = { endedAt: lastEventAt, reason: 'agent_lost', by: 'system', lastEventId, lastEventAt } as const;
  await state(nc, { tenant, call }, 'call.ended', { cause: `agent_lost ${lastEventId}`, at: now, data });
  metrics.lost.inc();
  log.info({ tenant, call }, 'closed a call whose agent went silent');
}

/** How long the broker has been there without a break, ms; negative while it is away. */
export function watchUptime(nc: NatsConnection): () => number {
  let since = performance.now();
  let up = true;
  void (async () => {
    for await (const { type } of nc.status()) {
      if (type === 'disconnect') up = false;
      if (type === 'reconnect') {
        up = true;
        since = performance.now();
      }
    }
  })();
  return () => (up ? performance.now() - since : -1);
}
