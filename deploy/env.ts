import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65_535).optional();

/** Settings of the local launcher (docs/settings.md). A port that is not set is a free one. */
export const deployEnv = z.object({
  /** Where a local run keeps its data; relative to where the command is typed. Unset: `.earshot` in the clone. */
  EARSHOT_STATE_DIR: z.string().optional(),
  EARSHOT_NATS_PORT: port,
  EARSHOT_CLICKHOUSE_PORT: port,
  EARSHOT_ROOMS_PORT: port,
  EARSHOT_API_PORT: port,
  EARSHOT_WORKER_PORT: port,
  EARSHOT_AGENT_PORT: port,
});
export type DeployEnv = z.infer<typeof deployEnv>;

export type Environment = Record<string, string>;

/** What this process was started with; the one place under deploy/ that reads it. */
export function inherited(): Environment {
  const set = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(set);
}
