import type { ScoringConfig } from '../conclusions/scoringConfig.ts';
import { once } from './once.ts';
import type { Findings } from './results.ts';
import type { ScoredCall } from './scores/call.ts';
import { engagementOf } from './scores/engagement.ts';
import { leadOf, type AnalysedLead, type LeadContext } from './scores/lead.ts';
import type { WeighedScore } from './scores/weigh.ts';

/** A call as an engine read it, with the scores that several results share. Each is made when it is first asked for. */
export type ReadCall = {
  call(): ScoredCall;
  engagement(): WeighedScore;
  lead(): AnalysedLead;
  scoring: ScoringConfig;
};

export type ReadOptions = {
  findings: () => Findings;
  scoring: ScoringConfig;
  context: Omit<LeadContext, 'engagement'>;
};

export function readCall(about: Omit<ScoredCall, 'findings'>, { findings, scoring, context }: ReadOptions): ReadCall {
  const call = once(() => ({ ...about, findings: findings() }));
  const engagement = once(() => engagementOf(call()));
  const lead = once(() => leadOf(call().findings, scoring, { ...context, engagement: engagement().score }));
  return { call, engagement, lead, scoring };
}
