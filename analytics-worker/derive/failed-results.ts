import type { JsMsg } from 'nats';
import { EARSHOT } from '../../lib/command-line.ts';
import { keepTrying } from '../../lib/retry.ts';
import type { FailedResult } from '../analysis/stored/analyse.ts';
import { waitBeforeTry } from '../broker/tries.ts';
import { writeLetter } from '../deadletters/bury.ts';
import type { FailureDeps } from '../deadletters/failure.ts';
import type { Place } from './read.ts';

/**
 * Analysers that threw: each is counted by itself and, after its last try, a dead letter; what the others gave is stored.
 *
 * @returns ms after which the trigger is to be taken again; undefined when nothing is left to try.
 */
export async function settleFailed(
  deps: FailureDeps,
  message: JsMsg,
  place: Place,
  failed: readonly FailedResult[],
): Promise<number | undefined> {
  const waits: number[] = [];
  for (const result of failed) {
    const tries = await keepTrying(() => deps.tries.count(tryKey(place, result)), deps);
    deps.metrics.failedTries.inc({ stage: 'derive' });
    if (tries < deps.maxTries) waits.push(waitBeforeTry(tries));
    else if (tries === deps.maxTries) await letterFor(deps, message, result);
  }
  if (waits.length > 0) return Math.max(...waits);
  for (const result of failed) await keepTrying(() => deps.tries.clear(tryKey(place, result)), deps);
  return undefined;
}

function letterFor(deps: FailureDeps, message: JsMsg, { analyser, version, engine, reason }: FailedResult) {
  const problem = {
    code: 'analyser_failed',
    field: analyser,
    message: `the analyser ${analyser} (${engine}, version ${version}) failed: ${reason}`,
    fix: `report it; then: ${EARSHOT} call derive`,
  };
  return writeLetter(deps, 'derive', message, { problem, tries: deps.maxTries, part: `${analyser}.${engine}` });
}

function tryKey({ tenant, call }: Place, { analyser, version, engine }: FailedResult): string {
  return `analyser-${tenant}-${call}-${analyser}-${version}-${engine}`;
}
