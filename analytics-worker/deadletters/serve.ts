import type { Msg, NatsConnection } from 'nats';
import type { z } from 'zod';
import type { Store } from '../../clickhouse/client.ts';
import { REDRIVE_SUBJECT, redriveRequest, type redriveReply } from '../../events/workers.ts';
import { EarshotError, messageOf } from '../../lib/errors.ts';
import type { Log } from '../../lib/log.ts';
import { whose } from './letter.ts';
import { noDeadLetter, readDeadLetter } from './read.ts';
import { redrive } from './redrive.ts';

type Reply = z.infer<typeof redriveReply>;

/** Sends dead letters again for whoever asks over the broker; any one of the workers answers. */
export function serveRedrive(deps: { nc: NatsConnection; store: Store; log: Log }): { stop(): void } {
  const subscription = deps.nc.subscribe(REDRIVE_SUBJECT, { queue: 'worker' });
  void (async () => {
    for await (const message of subscription) message.respond(JSON.stringify(await answer(deps, message)));
  })();
  return { stop: () => subscription.unsubscribe() };
}

/** A letter of another tenant is as good as none. */
async function answer({ nc, store, log }: Parameters<typeof serveRedrive>[0], message: Msg): Promise<Reply> {
  try {
    const { tenant, seq } = redriveRequest.parse(message.json());
    const { letter } = await readDeadLetter(nc, seq);
    if (whose(letter).tenant !== tenant) throw noDeadLetter(seq);
    await redrive(nc, store, seq);
    log.info({ tenant, seq }, 'a dead letter was sent again');
    return { ok: true };
  } catch (error) {
    const code = error instanceof EarshotError ? error.problem.code : 'redrive_failed';
    return { ok: false, code, message: messageOf(error) };
  }
}
