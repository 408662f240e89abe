import os from 'node:os';
import type { NatsConnection } from 'nats';
import { asToken } from '../../events/ids.ts';
import { WORKER_BEAT_MS, workersBucket, type WorkerBeat } from '../../events/workers.ts';
import { messageOf } from '../../lib/errors.ts';
import type { Log } from '../../lib/log.ts';
import { repeat } from '../../lib/repeat.ts';
import { within } from '../../lib/retry.ts';

const LAST_BEAT_MS = 1_000;

/**
 * Gives a sign of life every few seconds, which the broker forgets by itself; one that ends in order takes it away.
 *
 * @param held how many messages the worker holds, all stages.
 */
export async function startBeat(nc: NatsConnection, log: Log, held: () => number): Promise<{ stop(): Promise<void> }> {
  const kv = await nc.jetstream().views.kv(workersBucket.name, { bindOnly: true });
  const id = asToken(`${os.hostname()}-${process.pid}`);
  const startedAt = Date.now();
  const beats = repeat(
    WORKER_BEAT_MS,
    async () => {
      const beat: WorkerBeat = { id, startedAt, beatAt: Date.now(), held: held() };
      await kv.put(id, JSON.stringify(beat));
    },
    (error) => log.warn({ error: messageOf(error) }, 'sign of life failed'),
  );
  return {
    stop: async () => {
      await within(LAST_BEAT_MS, beats.stop());
      await within(
        LAST_BEAT_MS,
        kv.delete(id).catch(() => undefined),
      );
    },
  };
}
