import type { JetStreamManager, NatsConnection } from 'nats';

/** Somebody waits for the answer, ms. */
export const PATIENCE_MS = 2_000;

/** What the broker is asked about its streams by. */
export function managerOf(nc: NatsConnection): Promise<JetStreamManager> {
  return nc.jetstreamManager({ checkAPI: false, timeout: PATIENCE_MS });
}
