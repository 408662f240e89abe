import { ErrorCode, NatsError, type Msg, type NatsConnection } from 'nats';
import { REDRIVE_SUBJECT, redriveReply } from '../../events/workers.ts';
import { orBrokerAway } from '../../lib/broker/publish.ts';
import { EarshotError } from '../../lib/errors.ts';
import { notFound } from '../http/problems.ts';

const PATIENCE_MS = 5_000;

/**
 * Has a worker send a dead letter again; it owns what that means.
 *
 * @throws EarshotError `not_found`, also for another tenant's; `worker_unavailable` when none answers or cannot now.
 */
export async function requestRedrive(nc: NatsConnection, tenant: string, seq: number): Promise<void> {
  const answer = await orBrokerAway(() => ask(nc, JSON.stringify({ tenant, seq })));
  if (!answer) throw unavailable('no worker answers', 'start a worker: npm run dev');
  const reply = redriveReply.parse(answer.json());
  if (reply.ok) return;
  if (reply.code === 'no_dead_letter') throw notFound('dead letter');
  throw unavailable('the worker could not send it again', 'see the log of the worker, then try again');
}

/** Undefined when nobody answers. */
async function ask(nc: NatsConnection, body: string): Promise<Msg | undefined> {
  try {
    return await nc.request(REDRIVE_SUBJECT, body, { timeout: PATIENCE_MS });
  } catch (error) {
    const silent: string[] = [ErrorCode.NoResponders, ErrorCode.Timeout];
    if (error instanceof NatsError && silent.includes(error.code)) return undefined;
    throw error;
  }
}

function unavailable(message: string, fix: string): EarshotError {
  return new EarshotError({ code: 'worker_unavailable', message, fix }, { retriable: 'yes' });
}
