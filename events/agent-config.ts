import { createHash } from 'node:crypto';
import { z } from 'zod';
import { agentBucket } from './buckets.ts';

/** Keys in a tenant's bucket of agents. A version is written once and never again; `current` says which one is used. */
export const agentKeys = {
  version: (name: string, version: number) => `${name}.v.${version}`,
  current: (name: string) => `${name}.current`,
};

/** The one subject tree that a tenant's agents may read, by JetStream's direct get. They need no consumer. */
export function agentConfigReads(tenant: string): string {
  const { name } = agentBucket(tenant);
  return `$JS.API.DIRECT.GET.KV_${name}.$KV.${name}.>`;
}

const version = z.int().positive();
const changed = { message: z.string().max(500), author: z.string().min(1).max(200) };

/** One version of an agent's document, as somebody wrote it. Times are epoch ms. */
export const agentVersion = z.object({
  version,
  /** YAML or JSON. */
  text: z.string(),
  sha256: z.string(),
  ...changed,
  createdAt: z.number(),
});
export type AgentVersion = z.infer<typeof agentVersion>;

/** Which version new calls begin with, and who said so. */
export const agentCurrent = z.object({
  version,
  /** Highest version that was ever current: of two who publish at once the later version stays. */
  published: version,
  ...changed,
  changedAt: z.number(),
});
export type AgentCurrent = z.infer<typeof agentCurrent>;

export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
