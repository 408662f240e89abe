import type { NatsConnection } from 'nats';
import { agentBucket } from '../../events/buckets.ts';
import { messageOf, type Problem } from '../../lib/errors.ts';
import { within } from '../../lib/retry.ts';
import type { Link } from '../collector/connection.ts';
import { openBucket, orBrokerSays } from './bucket.ts';
import { openCopies } from './copies.ts';
import { watchCurrent, type Followed } from './follow.ts';
import { pinFile, readPublished, type PinnedConfig } from './pinned.ts';

/** How long a process that starts waits for the broker's first answer, ms. */
const FIRST_LOOK_MS = 1_000;

/** What the agents of a tenant are, for a process that takes their calls. A call keeps what it was given. */
export type AgentConfigs = {
  /**
   * The newest good version, at once, with or without the broker: the broker's, else the copy of this machine, else the
   * document of the file. The agent of the file unless another is named.
   */
  current(name?: string): PinnedConfig;
  /** Follows another agent too, and waits a moment for the broker's answer. */
  follow(name: string): Promise<void>;
  /** A stated version. @throws EarshotError `config_missing`, `config_broken`, `bad_agent_document`, `broker_unavailable` */
  version(name: string, version: number): Promise<PinnedConfig>;
  stop(): Promise<void>;
};

/** @throws EarshotError `bad_agent_document` when the file's text is none: without it an agent may have nothing to say. */
export async function followAgentConfigs(options: {
  link: Link;
  tenant: string;
  /** Text of the document that is used until one is published. */
  fileText: string;
  stateDir: string;
  onProblem(problem: Problem): void;
}): Promise<AgentConfigs> {
  const { link, tenant, stateDir, onProblem } = options;
  const file = pinFile(options.fileText);
  const copies = openCopies(stateDir, tenant);
  const good = new Map<string, PinnedConfig>();
  const followed = new Map<string, Followed>();
  let nc: NatsConnection | undefined;
  let unlisten: () => void = () => undefined;
  const connected = new Promise<void>((resolve) => {
    const up = (connection: NatsConnection) => {
      nc = connection;
      resolve();
    };
    unlisten = link.listen({ up, down: () => (nc = undefined), denied: () => undefined });
  });

  const guarded = (name: string, work: () => void) => {
    try {
      work();
    } catch (error) {
      onProblem({ code: 'config_copy_failed', field: name, message: messageOf(error), fix: `see ${stateDir}/agents` });
    }
  };
  const follow = async (name: string) => {
    if (followed.has(name)) return;
    guarded(name, () => {
      const copy = copies.read(name);
      if (copy) good.set(name, copy);
    });
    const watch = watchCurrent({
      ...{ tenant, name, onProblem },
      broker: () => nc,
      onChange: (config) => {
        good.set(name, config);
        guarded(name, () => copies.write(name, config));
      },
    });
    followed.set(name, watch);
    await within(
      FIRST_LOOK_MS,
      connected.then(() => watch.look()),
    );
  };

  await follow(file.document.name);
  return {
    follow,
    current: (name = file.document.name) => good.get(name) ?? file,
    version: (name, version) =>
      orBrokerSays(async () => {
        const known = good.get(name);
        if (known?.version === version) return known;
        if (!nc) throw new Error('the broker is away');
        return readPublished(await openBucket(nc, agentBucket(tenant).name), name, version);
      }),
    stop: async () => {
      unlisten();
      await Promise.all([...followed.values()].map((one) => one.stop()));
    },
  };
}
