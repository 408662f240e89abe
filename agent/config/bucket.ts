import { ErrorCode, NatsError, type KV, type NatsConnection } from 'nats';
import type { z } from 'zod';
import type { BucketPlan } from '../../events/buckets.ts';
import { streams } from '../../events/subjects.ts';
import { brokerCodes, codeOf } from '../../lib/broker/codes.ts';
import { EarshotError, messageOf } from '../../lib/errors.ts';

const TIMEOUT_MS = 2_000;

/** `value` is undefined when what lies there is not of the form. */
export type Entry<Value> = { revision: number; value: Value | undefined };

/** A bucket that is read by direct gets alone: all that a tenant's agents are allowed. It need not exist. */
export function openBucket(nc: NatsConnection, name: string): Promise<KV> {
  return nc.jetstream({ checkAPI: false, timeout: TIMEOUT_MS }).views.kv(name, { bindOnly: true, allow_direct: true });
}

/** Makes the bucket where it is missing, with as many copies as the events have. */
export async function makeBucket(nc: NatsConnection, plan: BucketPlan): Promise<KV> {
  const jsm = await nc.jetstreamManager({ checkAPI: false });
  const replicas = await jsm.streams.info(streams.events.name).then(
    ({ config }) => config.num_replicas,
    (error: unknown) => {
      if (codeOf(error) === brokerCodes.streamNotFound) return 1;
      throw error;
    },
  );
  const { history = 1, maxValueBytes = -1 } = plan;
  return nc.jetstream({ checkAPI: false }).views.kv(plan.name, { replicas, history, maxValueSize: maxValueBytes });
}

/** Undefined when there is no such key, or no such bucket. */
export async function readEntry<Value>(kv: KV, key: string, form: z.ZodType<Value>): Promise<Entry<Value> | undefined> {
  const entry = await kv.get(key).catch((error: unknown) => {
    if (error instanceof NatsError && error.code === ErrorCode.NoResponders) return null;
    throw error;
  });
  if (entry?.operation !== 'PUT') return undefined;
  return { revision: entry.revision, value: form.safeParse(jsonOf(entry.string())).data };
}

/** What goes wrong at the broker, as an error that a person can act on. */
export async function orBrokerSays<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof EarshotError) throw error;
    const denied = error instanceof NatsError && error.code === ErrorCode.PermissionsViolation;
    const problem = denied
      ? { code: 'broker_denied', field: 'NATS_USER', fix: 'configurations are changed as NATS_USER=provisioner' }
      : { code: 'broker_unavailable', field: 'NATS_URL', fix: 'start the broker, then try again' };
    throw new EarshotError(
      { ...problem, message: messageOf(error) },
      { retriable: denied ? 'no' : 'yes', cause: error },
    );
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
