import {
  AckPolicy,
  DiscardPolicy,
  nanos,
  RetentionPolicy,
  StorageType,
  type ConsumerConfig,
  type JetStreamManager,
  type NatsConnection,
  type StreamConfig,
} from 'nats';
import { analysisBucket } from '../../events/analysis.ts';
import { apiBuckets, type BucketPlan } from '../../events/buckets.ts';
import { streams, type StreamPlan } from '../../events/subjects.ts';
import { workersBucket } from '../../events/workers.ts';
import { EARSHOT } from '../../lib/command-line.ts';
import { brokerCodes, codeOf } from '../../lib/broker/codes.ts';
import { EarshotError } from '../../lib/errors.ts';

/** A durable consumer: one worker stage, any number of processes. */
export type DurablePlan = {
  stream: string;
  durable: string;
  filter?: string;
  maxAckPending: number;
};

const SECOND_MS = 1_000;
/** After this long without a sign of life a message goes to another process; held ones say `working` far sooner. */
const ACK_WAIT_MS = 10 * SECOND_MS;

export const durables = {
  ingest: { stream: streams.events.name, durable: 'ingest', maxAckPending: 10_000 },
  deriveHot: {
    stream: streams.triggers.name,
    durable: 'derive-hot',
    filter: 'derive.hot.>',
    maxAckPending: 64,
  },
  deriveStandard: {
    stream: streams.triggers.name,
    durable: 'derive-standard',
    filter: 'derive.standard.>',
    maxAckPending: 64,
  },
  deriveAgain: {
    stream: streams.triggers.name,
    durable: 'derive-again',
    filter: 'derive.again.>',
    maxAckPending: 16,
  },
  /** What waits for a model that is away counts as pending too; how many are asked at once is the stage's own limit. */
  analyseHot: { stream: streams.analyses.name, durable: 'analyse-hot', filter: 'analyse.hot.>', maxAckPending: 5_000 },
  analyseStandard: {
    stream: streams.analyses.name,
    durable: 'analyse-standard',
    filter: 'analyse.standard.>',
    maxAckPending: 5_000,
  },
  analyseAgain: {
    stream: streams.analyses.name,
    durable: 'analyse-again',
    filter: 'analyse.again.>',
    maxAckPending: 5_000,
  },
  /** What waits for a destination that is away counts as pending too. */
  deliver: { stream: streams.outbox.name, durable: 'deliver', maxAckPending: 5_000 },
} as const satisfies Record<string, DurablePlan>;

/**
 * Key-value buckets: `tries` counts what failed by its own fault, `state` is what workers share, `deliveries` how far each
 * message of the outbox got.
 */
export const buckets = { tries: 'tries', state: 'state', deliveries: 'deliveries' } as const;
/** One entry a run (docs/worker.md). */
export const reprocessBucket = {
  name: 'reprocess',
  why: 'how far each run has come that analyses past calls again',
} as const satisfies BucketPlan;
const BUCKET_AGE_MS = 7 * 86_400 * SECOND_MS;

/** A stream's making is synced to disk: a slow one may take seconds. */
const PATIENCE_MS = 30_000;

const MEND = `run: ${EARSHOT} stream provision`;

/**
 * Creates what is missing and brings what is there to the plan. Safe to run by several processes and again.
 * `replicas` is 1 on one machine, 3 on a cluster; `ackWaitMs` how long a message waits for a process that died.
 */
export async function provision(
  nc: NatsConnection,
  options: { replicas?: number; ackWaitMs?: number } = {},
): Promise<string[]> {
  const replicas = options.replicas ?? 1;
  const jsm = await nc.jetstreamManager({ checkAPI: false, timeout: PATIENCE_MS });
  const done: string[] = [];
  for (const plan of Object.values(streams)) done.push(await provisionStream(jsm, plan, replicas));
  for (const plan of Object.values(durables))
    done.push(await provisionDurable(jsm, plan, options.ackWaitMs ?? ACK_WAIT_MS));
  for (const bucket of Object.values(buckets)) {
    const ttl = bucket === buckets.deliveries ? streams.outbox.maxAgeMs : BUCKET_AGE_MS;
    await nc.jetstream().views.kv(bucket, { replicas, history: 1, ttl });
    done.push(`bucket ${bucket}`);
  }
  const plans: BucketPlan[] = [workersBucket, analysisBucket, reprocessBucket, ...Object.values(apiBuckets)];
  for (const { name, ttlMs } of plans) {
    await nc.jetstream().views.kv(name, { replicas, history: 1, ...(ttlMs === undefined ? {} : { ttl: ttlMs }) });
    done.push(`bucket ${name}`);
  }
  return done;
}

async function provisionStream(jsm: JetStreamManager, plan: StreamPlan, replicas: number): Promise<string> {
  const config = streamConfig(plan, replicas);
  const exists = await found(jsm.streams.info(plan.name));
  if (exists) await jsm.streams.update(plan.name, config);
  else
    await jsm.streams.add(config).catch(async (error: unknown) => {
      if (!(await found(jsm.streams.info(plan.name)))) throw error;
    });
  return `stream ${plan.name}`;
}

async function provisionDurable(jsm: JetStreamManager, plan: DurablePlan, ackWaitMs: number): Promise<string> {
  const config = durableConfig(plan, ackWaitMs);
  const exists = await found(jsm.consumers.info(plan.stream, plan.durable));
  if (exists) await jsm.consumers.update(plan.stream, plan.durable, config);
  else await jsm.consumers.add(plan.stream, config);
  return `consumer ${plan.stream}/${plan.durable}`;
}

/**
 * Refuses to go on with streams or consumers that are missing or drifted from the plan.
 *
 * @throws EarshotError `stream_missing`, `stream_drifted`, `consumer_missing`, naming the field and the command that mends it.
 */
export async function assertProvisioned(nc: NatsConnection): Promise<void> {
  const jsm = await nc.jetstreamManager({ checkAPI: false });
  for (const plan of Object.values(streams)) {
    const info = await found(jsm.streams.info(plan.name));
    if (!info)
      throw new EarshotError({
        code: 'stream_missing',
        field: plan.name,
        message: 'the stream does not exist',
        fix: MEND,
      });
    assertSame(plan.name, streamConfig(plan, info.config.num_replicas), info.config);
  }
  for (const plan of Object.values(durables)) {
    const info = await found(jsm.consumers.info(plan.stream, plan.durable));
    if (!info) {
      throw new EarshotError({
        code: 'consumer_missing',
        field: plan.durable,
        message: `stream ${plan.stream} has no such consumer`,
        fix: MEND,
      });
    }
  }
}

function assertSame(stream: string, wanted: Partial<StreamConfig>, actual: StreamConfig): void {
  for (const [key, value] of Object.entries(wanted)) {
    const is = actual[key as keyof StreamConfig];
    if (JSON.stringify(is) === JSON.stringify(value)) continue;
    throw new EarshotError({
      code: 'stream_drifted',
      field: `${stream}.${key}`,
      message: `is ${JSON.stringify(is)}, this version needs ${JSON.stringify(value)}`,
      fix: MEND,
    });
  }
}

function streamConfig(plan: StreamPlan, replicas: number): Partial<StreamConfig> & { name: string } {
  return {
    name: plan.name,
    subjects: [...plan.subjects],
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    discard: DiscardPolicy.Old,
    max_age: nanos(plan.maxAgeMs),
    duplicate_window: nanos(plan.duplicateWindowMs),
    max_msg_size: plan.maxMessageBytes,
    max_msgs_per_subject: plan.maxMessagesPerSubject,
    num_replicas: replicas,
  };
}

function durableConfig(plan: DurablePlan, ackWaitMs: number): Partial<ConsumerConfig> {
  return {
    durable_name: plan.durable,
    ack_policy: AckPolicy.Explicit,
    ack_wait: nanos(ackWaitMs),
    max_deliver: -1,
    max_ack_pending: plan.maxAckPending,
    ...(plan.filter === undefined ? {} : { filter_subject: plan.filter }),
  };
}

/** The answer, or undefined where the broker says that there is no such thing. */
async function found<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    const code = codeOf(error);
    if (code === brokerCodes.streamNotFound || code === brokerCodes.consumerNotFound) return undefined;
    throw error;
  }
}
