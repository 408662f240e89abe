import { ErrorCode, NatsError, type NatsConnection } from 'nats';
import { agentBucket } from '../../events/buckets.ts';
import { EarshotError, messageOf, type Problem } from '../../lib/errors.ts';
import { repeat } from '../../lib/repeat.ts';
import { openBucket } from './bucket.ts';
import { broken, readCurrent, readPublished, type Published } from './pinned.ts';

/** How often the broker is asked what is current, ms. A direct get needs no consumer, which agents may not make. */
const LOOK_MS = 500;
/** The same after the broker said that this user may not. */
const LOOK_AGAIN_MS = 60_000;
const FIX = "give the agents' user the right to read its tenant's configurations (deploy/production/README.md)";

export type Followed = {
  /** Looks now; never rejects. */
  look(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Follows what is current of one agent. A version that cannot be used is told once to `onProblem` and otherwise ignored;
 * while the broker is away nothing changes.
 */
export function watchCurrent(options: {
  /** The connection, while there is one. */
  broker(): NatsConnection | undefined;
  tenant: string;
  name: string;
  onChange(config: Published): void;
  onProblem(problem: Problem): void;
}): Followed {
  const { broker, tenant, name, onChange, onProblem } = options;
  let seen: number | undefined;
  let nextLookAt = 0;
  let looking: Promise<void> | undefined;

  const lookOnce = async () => {
    const nc = broker();
    if (!nc || Date.now() < nextLookAt) return;
    const kv = await openBucket(nc, agentBucket(tenant).name);
    const current = await readCurrent(kv, name);
    if (!current || current.revision === seen) return;
    try {
      if (current.version === undefined) throw broken(name, undefined, 'what the broker has says no version');
      onChange(await readPublished(kv, name, current.version));
    } catch (error) {
      if (!(error instanceof EarshotError)) throw error;
      onProblem(error.problem);
    }
    seen = current.revision;
  };
  const failed = (error: unknown) => {
    // An outage, of which the connection tells itself.
    if (error instanceof NatsError && error.code !== ErrorCode.PermissionsViolation) return;
    nextLookAt = Date.now() + LOOK_AGAIN_MS;
    onProblem({ code: 'config_not_followed', field: name, message: messageOf(error), fix: FIX });
  };
  const look = () =>
    (looking ??= lookOnce()
      .catch(failed)
      .finally(() => (looking = undefined)));
  return { look, stop: repeat(LOOK_MS, look, failed).stop };
}
