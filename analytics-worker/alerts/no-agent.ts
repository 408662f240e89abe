import { streams } from '../../events/subjects.ts';
import { knownOf } from '../conclusions/facts.ts';
import type { Concluded } from './hot-lead.ts';
import { isLate } from './late.ts';
import type { Alert } from './message.ts';

export const NO_AGENT = 'no_agent';

const NEXT_STEP = 'See that agents run and have room for a call; call the caller back.';

/**
 * The alert for a caller who waits and whom no agent has joined, undefined for every other call, and once one has come. What is
 * older than the outbox reaches raises none.
 */
export function noAgent({ tenant, call, conclusions, facts, nowMs }: Concluded): Alert | undefined {
  const { session, lead, read } = conclusions;
  if (!session.listed || session.linkedTo !== '') return undefined;
  const [awaited] = knownOf(facts).of('agent.awaited');
  if (!awaited || nowMs - awaited.at > streams.outbox.maxAgeMs) return undefined;
  const causedBy = { eventId: awaited.fact.id, atMs: awaited.at };
  return {
    kind: 'alert',
    v: 1,
    id: `${tenant}.${call}.${NO_AGENT}`,
    tenant,
    call,
    rule: NO_AGENT,
    raisedAtMs: nowMs,
    read,
    causedBy,
    late: isLate(causedBy, nowMs),
    live: session.status === 'active',
    personKey: lead.personKey,
    who: { name: lead.name, company: lead.company },
    agent: session.agentName,
    standing: { score: null, tier: 'none', hot: false },
    reasons: [],
    nextStep: NEXT_STEP,
    waitedMs: awaited.fact.data.waitedMs,
  };
}
