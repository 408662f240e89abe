import { streams } from '../../events/subjects.ts';
import type { CallConclusions, ConclusionConfig, LeadScore, StoredFact } from '../conclusions/types.ts';
import { causeOf, type Cause } from './cause.ts';
import { isLate } from './late.ts';
import { shorten, shortText } from './shorten.ts';
import type { Alert, OutboxMessage, Reason, Standing } from './message.ts';

export const HOT_LEAD = 'hot_lead';

/** What a rule may look at: one call, concluded a moment ago. */
export type Concluded = {
  tenant: string;
  call: string;
  conclusions: CallConclusions;
  facts: readonly StoredFact[];
  config: ConclusionConfig;
  nowMs: number;
};

const MOST_REASONS = 10;

/**
 * The alert for a lead over the threshold, undefined for any other. One that only the analysis of the whole call made hot was
 * caused by the end of the call. What is older than the outbox reaches raises none:
 * nobody could tell whether it was raised before.
 */
export function hotLead({ tenant, call, conclusions, facts, config, nowMs }: Concluded): Alert | undefined {
  if (conclusions.leadScore?.hot !== true) return undefined;
  const cause = causeOf(facts, config.scoring) ?? endOf(conclusions);
  if (!cause || nowMs - cause.atMs > streams.outbox.maxAgeMs) return undefined;
  return {
    kind: 'alert',
    id: `${tenant}.${call}.${HOT_LEAD}`,
    ...saidOf({ tenant, call, conclusions, nowMs }),
    causedBy: cause,
    late: isLate(cause, nowMs),
  };
}

function endOf({ session }: CallConclusions): Cause | undefined {
  if (session.status !== 'ended') return undefined;
  return { eventId: session.closingEventId, atMs: session.endedAt ?? session.lastEventAt };
}

/** What an alert and its correction have in common. */
export function saidOf({ tenant, call, conclusions, nowMs }: Omit<Concluded, 'facts' | 'config'>) {
  const { read, session, lead, leadScore } = conclusions;
  return {
    v: 1,
    tenant,
    call,
    rule: HOT_LEAD,
    raisedAtMs: nowMs,
    read,
    live: session.status === 'active',
    personKey: lead.personKey,
    who: { name: lead.name, company: lead.company },
    agent: session.agentName,
    standing: standingOf(leadScore),
    reasons: reasonsOf(leadScore),
    nextStep: leadScore?.nextStep ?? '',
  } satisfies Partial<OutboxMessage>;
}

function standingOf(leadScore: LeadScore | null): Standing {
  return { score: leadScore?.score ?? null, tier: leadScore?.tier ?? 'none', hot: leadScore?.hot ?? false };
}

function reasonsOf(leadScore: LeadScore | null): Reason[] {
  const known = (leadScore?.breakdown ?? []).filter((line) => line.known);
  return known
    .toSorted((a, b) => b.points - a.points)
    .slice(0, MOST_REASONS)
    .map(({ signal, value, points, maxPoints, evidence }) => ({
      signal,
      value: shorten(value),
      points,
      maxPoints,
      quote: evidence?.quote == null ? null : shortText(evidence.quote),
      eventId: evidence?.eventId ?? '',
    }));
}
