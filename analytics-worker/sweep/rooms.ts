import { leftCalls } from '../../clickhouse/queries/left-calls.ts';
import { waitingCalls } from '../../clickhouse/queries/waiting-calls.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { backlogOf } from '../../lib/broker/backlog.ts';
import { messageOf } from '../../lib/errors.ts';
import { repeat } from '../../lib/repeat.ts';
import { durables } from '../broker/topology.ts';
import { state } from './publish.ts';
import type { SweepDeps } from './sweep.ts';

/** An end must be on record five seconds after its signal, which is waited for below and stored and concluded after. */
const INTERVAL_MS = 500;
/** So long after it left the room an agent may still say how the call ended. */
const LAST_WORD_MS = 2_000;
/**
 * What was stored longer ago was looked at then: an outage stores late what happened in it. A leaving that was missed all the
 * same is noticed by the silence that follows.
 */
const LEFT_WITHIN_MS = 60_000;
const WAITING_WITHIN_MS = 10 * 60_000;

export type RoomSweepDeps = Omit<SweepDeps, 'intervalMs'> & {
  /** A caller who waits longer than this for an agent is told of, ms. */
  noAgentAfterMs: number;
};

/**
 * What LiveKit's webhooks decide: closes the calls whose agent left the room without a word, and tells of callers whom no agent
 * has joined. Judged by the broker's clock and up to the event to which ingest has come.
 *
 * @param brokerUp how long the broker has been there without a break, ms; negative while it is away
 */
export function startRoomSweep(deps: RoomSweepDeps, brokerUp: () => number): { stop(): Promise<void> } {
  return repeat(
    INTERVAL_MS,
    () => sweepRooms(deps, brokerUp()),
    (error) => deps.log.warn({ error: messageOf(error) }, 'sweep of rooms failed'),
  );
}

async function sweepRooms(deps: RoomSweepDeps, brokerUpMs: number): Promise<void> {
  const { nc, store } = deps;
  if (nc.isClosed() || brokerUpMs < LAST_WORD_MS) return;
  const [left, waiting] = await Promise.all([
    store.run(leftCalls, { storedWithinMs: LEFT_WITHIN_MS }),
    store.run(waitingCalls, { storedWithinMs: deps.noAgentAfterMs + WAITING_WITHIN_MS }),
  ]);
  const open = left.filter((call) => call.closed_after !== causeOf(call));
  if (open.length + waiting.length === 0) return;
  const { nowMs, handledUntilMs } = await backlogOf(nc, durables.ingest.stream, durables.ingest.durable);
  for (const call of open) {
    const quietSince = Math.max(call.left_broker_at, call.last_broker_at);
    if (handledUntilMs - quietSince > LAST_WORD_MS) await closeLeft(deps, call, nowMs);
  }
  if (brokerUpMs < deps.noAgentAfterMs) return;
  for (const call of waiting) {
    const waitedMs = handledUntilMs - call.last_broker_at;
    if (waitedMs > deps.noAgentAfterMs) await tellOfWaiting(deps, call, { waitedMs, nowMs });
  }
}

type Left = RowOfQuery<typeof leftCalls>;

/** The last that its collector said; where that said nothing, the leaving. */
function causeOf(call: Left): string {
  return call.last_event_id || call.left_event_id;
}

async function closeLeft({ nc, metrics, log }: RoomSweepDeps, call: Left, nowMs: number): Promise<void> {
  const place = { tenant: call.tenant, call: call.call_id };
  const [lastEventId, lastEventAt] = [causeOf(call), call.last_event_id ? call.last_at : call.left_at];
  const data = { endedAt: lastEventAt, reason: 'agent_lost', by: 'system', lastEventId, lastEventAt } as const;
  await state(nc, place, 'call.ended', { cause: `agent_lost ${lastEventId}`, at: nowMs, data });
  metrics.lost.inc();
  log.info(place, 'closed a call whose agent left the room without a word');
}

type WaitingCall = RowOfQuery<typeof waitingCalls>;

async function tellOfWaiting(
  { nc, log }: RoomSweepDeps,
  call: WaitingCall,
  { waitedMs, nowMs }: { waitedMs: number; nowMs: number },
): Promise<void> {
  const place = { tenant: call.tenant, call: call.call_id };
  await state(nc, place, 'agent.awaited', { cause: 'agent_awaited', at: nowMs, data: { waitedMs } });
  log.warn(place, 'a caller waits and no agent came');
}
