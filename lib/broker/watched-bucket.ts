import type { KvEntry, NatsConnection, QueuedIterator } from 'nats';
import type { z } from 'zod';
import { orBrokerAway } from './publish.ts';
import { pause, within } from '../retry.ts';

const AGAIN_MS = 200;
const FIRST_READING_MS = 5_000;

/** A bucket held in memory and followed: a change at the broker acts at once, and reading needs no broker. */
export type WatchedBucket<Entry> = {
  /**
   * What is not in memory (made a moment ago) is asked for, unless only the memory is wanted.
   * @throws EarshotError `broker_unavailable` where it must be asked for and the broker is away.
   */
  get(key: string, options?: Lookup): Promise<Entry | undefined>;
  stop(): void;
};

export type Lookup = { inMemory?: boolean };

/** Entries that do not fit the schema count as absent. */
export async function watchBucket<Entry>(
  nc: NatsConnection,
  bucket: string,
  schema: z.ZodType<Entry>,
): Promise<WatchedBucket<Entry>> {
  const kv = await nc.jetstream().views.kv(bucket, { bindOnly: true });
  let known = new Map<string, Entry | undefined>();
  let watcher: QueuedIterator<KvEntry> | undefined;
  let stopped = false;

  const read = (entry: KvEntry | null): Entry | undefined => {
    if (entry?.operation !== 'PUT') return undefined;
    return schema.safeParse(parseJson(entry.string())).data;
  };

  /** Reads the bucket from its start, then every change, until the watch ends. */
  const follow = async (onRead: () => void) => {
    const fresh = new Map<string, Entry | undefined>();
    const initializedFn = () => {
      known = fresh;
      onRead();
    };
    watcher = await kv.watch({ initializedFn });
    for await (const entry of watcher) fresh.set(entry.key, read(entry));
  };
  const followForGood = async (onRead: () => void) => {
    while (!stopped) {
      await follow(onRead).catch(() => undefined);
      if (!stopped) await pause(AGAIN_MS);
    }
  };
  // By itself the watch would notice only seconds after the broker's return that it is dead.
  void (async () => {
    for await (const { type } of nc.status()) if (type === 'reconnect') watcher?.stop();
  })();
  const firstReading = new Promise<void>((resolve) => void followForGood(resolve));
  await within(FIRST_READING_MS, firstReading);

  return {
    get: async (key, { inMemory = false } = {}) =>
      inMemory || known.has(key) ? known.get(key) : read(await orBrokerAway(() => kv.get(key))),
    stop: () => {
      stopped = true;
      watcher?.stop();
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
