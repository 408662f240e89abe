import path from 'node:path';
import { z } from 'zod';
import { readEnv } from '../../lib/env.ts';

const GIB = 1024 ** 3;
const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/;

/** Settings of the local store (docs/settings.md). */
const localStoreEnv = z
  .object({
    CHDB_PATH: z.string().optional(),
    EARSHOT_STATE_DIR: z.string().default('.earshot'),
    /** 0 takes a free port. */
    PORT: z.coerce.number().int().min(0).max(65_535).default(8_123),
    LISTEN: z.string().default('127.0.0.1'),
    CLICKHOUSE_DATABASE: z.string().regex(/^\w+$/).default('earshot'),
    CLICKHOUSE_USER: z.string().default('default'),
    CLICKHOUSE_PASSWORD: z.string().default(''),
    /** Cap on the engine's memory; a statement that would exceed it fails. */
    CHDB_MEMORY_BYTES: z.coerce
      .number()
      .int()
      .min(GIB / 4)
      .default(1.5 * GIB),
    /** Read by Node itself before the first line runs; whoever starts this process sets it. */
    UV_THREADPOOL_SIZE: z.coerce.number().int().min(1).default(4),
    LOG_LEVEL: z.string().default('info'),
  })
  .refine((env) => loopback.test(env.LISTEN) || env.CLICKHOUSE_PASSWORD !== '', {
    path: ['CLICKHOUSE_PASSWORD'],
    message: 'must be set when LISTEN is not loopback: anybody could write to the store',
  })
  .transform((env) => ({
    ...env,
    CHDB_PATH: env.CHDB_PATH ?? path.join(env.EARSHOT_STATE_DIR, 'clickhouse'),
    loopback: loopback.test(env.LISTEN),
  }));
export type LocalStoreEnv = z.infer<typeof localStoreEnv>;

export function readLocalStoreEnv(): LocalStoreEnv {
  return readEnv(localStoreEnv, process.env);
}
