import { z } from 'zod';
import { readEnv } from '../lib/env.ts';
import type { StoreOptions } from './client.ts';

/** Settings of whatever talks to the store (docs/settings.md). */
export const storeEnv = z.object({
  CLICKHOUSE_URL: z.url().default('http://127.0.0.1:8123'),
  CLICKHOUSE_DATABASE: z.string().regex(/^\w+$/).default('earshot'),
  CLICKHOUSE_USER: z.string().optional(),
  CLICKHOUSE_PASSWORD: z.string().optional(),
  /** Name of a cluster of one shard; unset on a single server and on the local store. */
  CLICKHOUSE_CLUSTER: z.string().optional(),
});

export function readStoreEnv(): { store: StoreOptions; cluster: string | undefined } {
  const env = readEnv(storeEnv, process.env);
  return { store: storeSettings(env), cluster: env.CLICKHOUSE_CLUSTER };
}

export function storeSettings(env: z.infer<typeof storeEnv>): StoreOptions {
  return {
    url: env.CLICKHOUSE_URL,
    database: env.CLICKHOUSE_DATABASE,
    username: env.CLICKHOUSE_USER,
    password: env.CLICKHOUSE_PASSWORD,
  };
}
