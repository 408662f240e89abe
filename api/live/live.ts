import type { NatsConnection } from 'nats';
import type { Store } from '../../clickhouse/client.ts';
import type { Log } from '../../lib/log.ts';
import { createLag } from '../pipeline/lag.ts';
import type { ReadUsual } from '../read/usual.ts';
import type { Cut, Listener, LiveClient } from './client.ts';
import { Feed } from './feed.ts';

/** Live updates. Of a tenant the store is asked only while somebody listens, and a little longer; once for all who do. */
export type Live = {
  /**
   * @returns the stream and how to say that its reader is gone.
   * @throws EarshotError `store_unavailable`
   */
  open(tenant: string, listener: Listener): Promise<{ client: LiveClient; leave(): void }>;
  /** Sends everybody away; they come back by themselves. */
  stop(): Promise<void>;
};

type Running = { feed: Promise<Feed>; listeners: number; ends?: NodeJS.Timeout | undefined };

/** Who opens another page leaves and joins again: the feed goes on so long without anybody, and has its answer ready, ms. */
const LINGERS_MS = 15_000;

const CLOSING: Cut = { code: 'shutting_down', message: 'the api stops; come back' };

export function createLive(deps: { store: Store; readUsual: ReadUsual; nc: NatsConnection; log: Log }): Live {
  const feeds = new Map<string, Running>();
  const feedDeps = { ...deps, readLag: createLag(deps.nc) };

  const release = (tenant: string, running: Running) => {
    if (--running.listeners > 0 || feeds.get(tenant) !== running) return;
    running.ends = setTimeout(() => {
      feeds.delete(tenant);
      void end(running);
    }, LINGERS_MS);
  };
  const end = async ({ feed, ends }: Running) => {
    clearTimeout(ends);
    await feed.then((one) => one.stop(CLOSING)).catch(() => undefined);
  };

  return {
    open: async (tenant, listener) => {
      const running = feeds.get(tenant) ?? { feed: Feed.start(feedDeps, tenant), listeners: 0 };
      feeds.set(tenant, running);
      clearTimeout(running.ends);
      running.listeners++;
      try {
        const feed = await running.feed;
        const client = feed.join(listener);
        const leave = () => {
          client.left();
          feed.leave(client);
          release(tenant, running);
        };
        return { client, leave };
      } catch (error) {
        // One that could not start must not be joined again.
        if (feeds.get(tenant) === running) feeds.delete(tenant);
        throw error;
      }
    },
    stop: async () => {
      const all = [...feeds.values()];
      feeds.clear();
      await Promise.all(all.map(end));
    },
  };
}
