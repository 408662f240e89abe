import type { JsMsg, NatsConnection } from 'nats';
import { EARSHOT } from '../../lib/command-line.ts';
import { messageOf, type Problem } from '../../lib/errors.ts';
import { inputAtFault, keepTrying } from '../../lib/retry.ts';
import { outboxMessage } from '../alerts/message.ts';
import { startIntake } from '../broker/intake.ts';
import { durables } from '../broker/topology.ts';
import { failOnce, type FailureDeps } from '../deadletters/failure.ts';
import type { Tracing } from '../tracing.ts';
import type { Deliveries } from './deliveries.ts';
import type { Destinations } from './destinations.ts';
import { deliverOne } from './one.ts';
import { createPaces } from './pace.ts';
import type { Send } from './send.ts';
import { createWriteRows } from './write-rows.ts';

export type DeliverDeps = FailureDeps & {
  nc: NatsConnection;
  destinations: Destinations;
  deliveries: Deliveries;
  send: Send;
  tracing: Tracing;
  publicUrl: string | undefined;
  /** As for ingest. */
  onFatal(error: unknown): void;
};

export type Deliver = { held(): number; stop(): Promise<void> };

/**
 * Outbox → destinations. Each message goes its own way: what waits for one tenant's Slack holds up nobody else's. All that
 * a restart must know is in the broker (docs/alerts.md).
 */
export async function startDeliver(deps: DeliverDeps): Promise<Deliver> {
  /** By place in the stream. */
  const running = new Map<number, Promise<void>>();
  const paces = createPaces();
  const write = createWriteRows(deps);
  const intake = await startIntake(deps.nc, durables.deliver, (message) => {
    const { seq } = message;
    // After an outage the broker hands out again what is still in hand here.
    if (running.has(seq)) return intake.release(message);
    const work = handle(message).finally(() => {
      running.delete(seq);
      intake.release(message);
    });
    running.set(seq, work);
  });

  async function handle(message: JsMsg): Promise<void> {
    try {
      const said = outboxMessage.parse(message.json());
      const waitMs = await deliverOne({ ...deps, paces, write }, said);
      if (waitMs !== undefined) return message.nak(waitMs);
      message.ack();
      const { tenant, call, rule, kind, raisedAtMs: fromMs } = said;
      const attributes = { 'earshot.rule': rule, 'earshot.kind': kind };
      deps.tracing.record({ tenant, call, name: 'deliver', fromMs, toMs: Date.now(), attributes });
      if (message.redelivered) await keepTrying(() => deps.tries.clear(tryKey(message)), deps);
    } catch (error) {
      await fail(message, error).catch(() => intake.giveBack(message));
    }
  }

  async function fail(message: JsMsg, error: unknown): Promise<void> {
    if (!deps.signal.aborted && inputAtFault(error))
      return void (await failOnce(deps, 'deliver', message, tryKey(message), failed(error)));
    intake.giveBack(message);
    if (!deps.signal.aborted) deps.onFatal(error);
  }

  return {
    held: intake.held,
    stop: async () => {
      await intake.stop();
      await Promise.all(running.values());
    },
  };
}

function tryKey({ info, seq }: JsMsg): string {
  return `deliver-${info.stream}-${seq}`;
}

function failed(error: unknown): Problem {
  return { code: 'deliver_failed', message: messageOf(error), fix: `report it; then: ${EARSHOT} dlq redrive` };
}
