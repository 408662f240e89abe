import type { NatsConnection } from 'nats';
import { streams, subjects } from '../../events/subjects.ts';
import { publish } from '../../lib/broker/publish.ts';
import { keepTrying } from '../../lib/retry.ts';
import type { ModelFindings, StoredFindings } from '../analysis/stored/model-findings.ts';
import type { CallAnalysis } from './analysis.ts';
import type { Place } from './read.ts';

type Deps = { nc: NatsConnection; signal: AbortSignal };

/**
 * Has the model asked about a call, unless that was done with the same words by the same version of the prompt, or waits
 * to be done again in the stream. A lead that is hot comes before others.
 */
export async function askModel(
  deps: Deps,
  { tenant, call }: Place,
  { transcript, conclusions }: Pick<CallAnalysis, 'transcript' | 'conclusions'>,
  { findings, version }: { findings: readonly StoredFindings[]; version: number },
): Promise<void> {
  const nowMs = Date.now();
  const isAsked = findings.some(
    ({ version: asked, stored }) => asked === version && stored.transcript === transcript && !isLost(stored, nowMs),
  );
  if (transcript === undefined || isAsked) return;
  const lane = conclusions.session.hot ? 'hot' : 'standard';
  const body = new Uint8Array();
  // While the model answers the call may be read again: the same question is no second message, in whatever lane.
  const msgID = [tenant, call, version, transcript].join('.');
  await keepTrying(() => publish(deps.nc, subjects.analyse(lane, tenant, call), body, { msgID }), deps);
}

/** It waits for a question that the stream keeps no longer. */
function isLost({ state, asked_again_at: at }: ModelFindings, nowMs: number): boolean {
  return state === 'waiting' && at !== null && at + streams.analyses.maxAgeMs < nowMs;
}
