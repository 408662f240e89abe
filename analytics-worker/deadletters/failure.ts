import type { JsMsg } from 'nats';
import type { Problem } from '../../lib/errors.ts';
import { keepTrying } from '../../lib/retry.ts';
import { waitBeforeTry, type Tries } from '../broker/tries.ts';
import { bury, type BuryDeps } from './bury.ts';
import type { Stage } from './letter.ts';

export type FailureDeps = BuryDeps & { tries: Tries; maxTries: number };

/**
 * A message failed by its own fault: counted, and given back with a growing wait, or, after the last try, buried.
 *
 * @param counted tries so far, this one included, where the caller has counted it.
 * @returns true when it went to the dead letters.
 */
export async function failOnce(
  deps: FailureDeps,
  stage: Stage,
  message: JsMsg,
  key: string,
  problem: Problem,
  counted?: number,
): Promise<boolean> {
  const tries = counted ?? (await keepTrying(() => deps.tries.count(key), deps));
  deps.metrics.failedTries.inc({ stage });
  if (tries < deps.maxTries) {
    message.nak(waitBeforeTry(tries));
    return false;
  }
  await bury(deps, stage, message, { problem, tries: Math.min(tries, deps.maxTries) });
  await keepTrying(() => deps.tries.clear(key), deps);
  return true;
}
