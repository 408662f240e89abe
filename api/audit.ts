import type { Context } from 'hono';
import type { NatsConnection } from 'nats';
import type { FactOf } from '../events/catalogue.ts';
import { encode } from '../events/codec.ts';
import { VERSION } from '../events/envelope.ts';
import { eventId, newInstance } from '../events/ids.ts';
import { subjects } from '../events/subjects.ts';
import { publish } from '../lib/broker/publish.ts';
import { EarshotError } from '../lib/errors.ts';
import type { ApiEnv } from './http/router.ts';

/**
 * Writes down that the caller of a request reads what was said in a call; resolves when the broker has it. Await it
 * before anything is given away.
 *
 * @param what he reads: `transcript`, `tools`, `events`, `quotes`, `search`, `live`, `dead_letter`
 * @throws EarshotError `audit_unavailable`: nothing is read unlogged.
 */
export type LogRead = (c: Context<ApiEnv>, call: string, what: string) => Promise<void>;

/** Reads are numbered by us: a caller who repeats a request's id must not make two reads look like one. */
export function createLogRead(nc: NatsConnection): LogRead {
  const instance = newInstance();
  let reads = 0;
  return async (c, call, what) => {
    const { tenant, by, kind, id, role } = c.get('principal');
    const event: FactOf<'transcript.read'> = {
      v: VERSION,
      id: eventId({ tenant, call, kind: 'api', instance, key: ++reads }),
      type: 'transcript.read',
      tenant,
      call,
      producer: { kind: 'api', instance },
      at: Date.now(),
      data: { what, by, kind, id, role, requestId: c.get('requestId') },
    };
    try {
      await publish(nc, subjects.event(tenant, call, event.type), encode(event), { msgID: event.id });
    } catch (error) {
      throw unlogged(error);
    }
  };
}

/** The same of several calls that one answer has words of, each once. */
export async function logEach(c: Context<ApiEnv>, logRead: LogRead, calls: readonly string[], what: string) {
  await Promise.all([...new Set(calls)].map((call) => logRead(c, call, what)));
}

function unlogged(cause: unknown): EarshotError {
  const message = 'reading is logged, and the log cannot be written now';
  const fix = 'try again when the broker is back (/readyz)';
  return new EarshotError({ code: 'audit_unavailable', message, fix }, { retriable: 'yes', cause });
}
