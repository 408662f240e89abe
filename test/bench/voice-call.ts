import { fileURLToPath } from 'node:url';
import type { Progress } from '../callers/progress.ts';
import { startCaller, type CallerProcess } from '../callers/start.ts';

/** Over a minute. */
const SCENARIO = fileURLToPath(new URL('./scenarios/long-call.yaml', import.meta.url));

type Place = { vendors: string; nats: string; spool: string };

/**
 * A real voice call beside a measurement: true plugins, real audio, a collector; when it is over another one follows.
 *
 * @param name of the calls, which are numbered.
 * @returns once the first goes on; what hangs up, and rejects when a call failed meanwhile.
 */
export async function keepCalling(name: string, { vendors, nats, spool }: Place): Promise<() => Promise<void>> {
  const env = {
    LOG_LEVEL: 'error',
    EARSHOT_VENDORS_URL: vendors,
    NATS_URL: nats,
    EARSHOT_TENANT: 'bench',
    EARSHOT_SPOOL_DIR: spool,
  };
  let isOver = false;
  let made = 0;
  let caller: CallerProcess | undefined;
  const callOnce = async (onBegun: () => void) => {
    const onProgress = ({ phase }: Progress) => phase === 'started' && onBegun();
    caller = startCaller({ scenario: SCENARIO, call: `${name}-${++made}`, env, onProgress });
    await caller.ended.catch((error: unknown) => {
      if (!isOver) throw error;
    });
  };
  let calling = Promise.resolve();
  await new Promise<void>((resolve, reject) => {
    calling = (async () => {
      while (!isOver) await callOnce(resolve);
    })();
    calling.catch(reject);
  });
  return () => {
    isOver = true;
    caller?.kill();
    return calling;
  };
}
