import { randomBytes } from 'node:crypto';
import type { NatsConnection } from 'nats';
import { analysisBucket } from '../events/analysis.ts';
import { apiBuckets, type BucketPlan } from '../events/buckets.ts';
import { EARSHOT } from '../lib/command-line.ts';
import { brokerCodes, codeOf } from '../lib/broker/codes.ts';
import { EarshotError } from '../lib/errors.ts';

const KEY = 'installation';

/** A random name of this installation, made by whoever asks first. */
export async function installationId(nc: NatsConnection): Promise<string> {
  const kv = await nc.jetstream().views.kv(apiBuckets.state.name, { bindOnly: true });
  const known = await kv.get(KEY);
  if (known?.operation === 'PUT') return known.string();
  const made = randomBytes(4).toString('hex');
  try {
    await kv.create(KEY, made);
    return made;
  } catch (error) {
    // Another process was faster.
    const theirs = await kv.get(KEY);
    if (theirs?.operation !== 'PUT') throw error;
    return theirs.string();
  }
}

/** @throws EarshotError `bucket_missing`, with the command that mends it. */
export async function assertBuckets(nc: NatsConnection): Promise<void> {
  const jsm = await nc.jetstreamManager({ checkAPI: false });
  const plans: BucketPlan[] = [...Object.values(apiBuckets), analysisBucket];
  for (const { name } of plans) {
    await jsm.streams.info(`KV_${name}`).catch((error: unknown) => {
      if (codeOf(error) !== brokerCodes.streamNotFound) throw error;
      const message = 'the broker has no such bucket';
      throw new EarshotError({ code: 'bucket_missing', field: name, message, fix: `run: ${EARSHOT} stream provision` });
    });
  }
}
