import type { KV, NatsConnection } from 'nats';
import {
  agentCurrent,
  agentKeys,
  agentVersion,
  sha256Of,
  type AgentCurrent,
  type AgentVersion,
} from '../../events/agent-config.ts';
import { agentBucket } from '../../events/buckets.ts';
import { brokerCodes, codeOf } from '../../lib/broker/codes.ts';
import { EarshotError } from '../../lib/errors.ts';
import { makeBucket, openBucket, orBrokerSays, readEntry } from './bucket.ts';
import { parseAgentDocument } from './read.ts';

export type Change = { message: string; author: string };

/** A version as it is listed. */
export type ListedVersion = Omit<AgentVersion, 'text'> & { current: boolean };

/**
 * A tenant's agents at the broker: what a person does with them. Every method rejects with `broker_unavailable` or
 * `broker_denied` when the broker is away or says no.
 */
export type AgentVersions = {
  /**
   * Stores a new version and makes it current.
   * @throws EarshotError `bad_agent_document`; then nothing was stored.
   */
  publish(text: string, change: Change): Promise<{ name: string; version: number }>;
  /** The version, or the current one. @throws EarshotError `config_missing`, `config_broken` */
  get(name: string, version?: number): Promise<AgentVersion>;
  /** Oldest first; none when the agent is not known. */
  list(name: string): Promise<ListedVersion[]>;
  /** Makes an earlier version current. @throws EarshotError `config_missing`, `config_broken` */
  rollBack(name: string, version: number, change: Change): Promise<void>;
  /** Who made which version current, oldest first, as far as the broker keeps it. */
  history(name: string): Promise<AgentCurrent[]>;
};

export function openAgentConfigs(nc: NatsConnection, tenant: string): AgentVersions {
  const plan = agentBucket(tenant);
  const withBucket = <T>(work: (kv: KV) => Promise<T>) =>
    orBrokerSays(async () => work(await openBucket(nc, plan.name)));
  return {
    publish: (text, change) =>
      orBrokerSays(async () => {
        const { name } = parseAgentDocument(text);
        return { name, version: await publish(await makeBucket(nc, plan), name, text, change) };
      }),
    get: (name, version) => withBucket((kv) => readVersion(kv, name, version)),
    list: (name) => withBucket((kv) => list(kv, name)),
    rollBack: (name, version, change) =>
      withBucket(async (kv) => {
        await readVersion(kv, name, version);
        await point(kv, name, (published) => ({ ...change, version, published: Math.max(version, published) }));
      }),
    history: (name) => withBucket((kv) => history(kv, name)),
  };
}

async function publish(kv: KV, name: string, text: string, change: Change): Promise<number> {
  const known = await readEntry(kv, agentKeys.current(name), agentCurrent);
  const version = await store(kv, name, text, change, (known?.value?.published ?? 0) + 1);
  // Somebody who published later may be current already.
  await point(kv, name, (published) => (published < version ? { ...change, version, published: version } : undefined));
  return version;
}

/** Takes the first number from `version` on that nobody has. */
async function store(kv: KV, name: string, text: string, change: Change, version: number): Promise<number> {
  const entry: AgentVersion = { ...change, version, text, sha256: sha256Of(text), createdAt: Date.now() };
  try {
    await kv.create(agentKeys.version(name, version), JSON.stringify(entry));
    return version;
  } catch (error) {
    if (!wasTaken(error)) throw error;
    return store(kv, name, text, change, version + 1);
  }
}

/** Changes what is current, on top of what others changed meanwhile. `change` is given the highest published version. */
async function point(
  kv: KV,
  name: string,
  change: (published: number) => Omit<AgentCurrent, 'changedAt'> | undefined,
): Promise<void> {
  const key = agentKeys.current(name);
  const before = await readEntry(kv, key, agentCurrent);
  const next = change(before?.value?.published ?? 0);
  if (!next) return;
  const body = JSON.stringify({ ...next, changedAt: Date.now() } satisfies AgentCurrent);
  try {
    await kv.put(key, body, { previousSeq: before?.revision ?? 0 });
  } catch (error) {
    if (!wasTaken(error)) throw error;
    await point(kv, name, change);
  }
}

async function readVersion(kv: KV, name: string, version?: number): Promise<AgentVersion> {
  const wanted = version ?? (await readEntry(kv, agentKeys.current(name), agentCurrent))?.value?.version;
  const found = wanted === undefined ? undefined : await readEntry(kv, agentKeys.version(name, wanted), agentVersion);
  if (found?.value) return found.value;
  const field = wanted === undefined ? name : `${name}@${wanted}`;
  const fix = `the versions are in: earshot agent-config list ${name}`;
  throw found
    ? new EarshotError({ code: 'config_broken', field, message: 'what the broker has is no version', fix })
    : new EarshotError({ code: 'config_missing', field, message: 'there is no such version', fix });
}

async function list(kv: KV, name: string): Promise<ListedVersion[]> {
  const current = (await readEntry(kv, agentKeys.current(name), agentCurrent))?.value?.version;
  const listed: ListedVersion[] = [];
  for (let version = 1; ; version++) {
    const found = await readEntry(kv, agentKeys.version(name, version), agentVersion);
    if (!found) return listed;
    if (!found.value) continue;
    const { text: _, ...about } = found.value;
    listed.push({ ...about, current: version === current });
  }
}

async function history(kv: KV, name: string): Promise<AgentCurrent[]> {
  const key = agentKeys.current(name);
  const changes: AgentCurrent[] = [];
  if (!(await readEntry(kv, key, agentCurrent))) return changes;
  for await (const entry of await kv.history({ key })) {
    const read = agentCurrent.safeParse(entry.json());
    if (read.success) changes.push(read.data);
  }
  return changes;
}

function wasTaken(error: unknown): boolean {
  return codeOf(error) === brokerCodes.wrongLastSequence;
}
