import type { NatsConnection } from 'nats';
import { subjects } from '../../events/subjects.ts';
import { publish } from '../../lib/broker/publish.ts';
import { keepTrying } from '../../lib/retry.ts';
import type { StoredFindings } from '../analysis/stored/model-findings.ts';
import type { CallAnalysis } from './analysis.ts';
import type { Place } from './read.ts';

type Deps = { nc: NatsConnection; signal: AbortSignal };

/**
 * Has the model asked about a call, unless that was done with the same words by the same version of the prompt, or waits
 * to be done again. A lead that is hot comes before others.
 */
export async function askModel(
  deps: Deps,
  { tenant, call }: Place,
  { transcript, conclusions }: Pick<CallAnalysis, 'transcript' | 'conclusions'>,
  { findings, version }: { findings: readonly StoredFindings[]; version: number },
): Promise<void> {
  const isAsked = findings.some((one) => one.version === version && one.stored.transcript === transcript);
  if (transcript === undefined || isAsked) return;
  const lane = conclusions.session.hot ? 'hot' : 'standard';
  const body = new Uint8Array();
  // While the model answers the call may be read again: the same question is no second message, in whatever lane.
  const msgID = [tenant, call, version, transcript].join('.');
  await keepTrying(() => publish(deps.nc, subjects.analyse(lane, tenant, call), body, { msgID }), deps);
}
