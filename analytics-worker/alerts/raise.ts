import { keepTrying } from '../../lib/retry.ts';
import type { WorkerMetrics } from '../metrics.ts';
import { correctionOf } from './correction.ts';
import { HOT_LEAD, hotLead, type Concluded } from './hot-lead.ts';
import type { OutboxMessage } from './message.ts';
import { noAgent } from './no-agent.ts';
import type { Outbox, Said } from './outbox.ts';

export type RaiseDeps = { outbox: Outbox; metrics: WorkerMetrics; signal: AbortSignal };

/**
 * Says what is to be said of a call that was concluded and stored: each alert once, after the call the corrections of its
 * score. Waits for an absent broker. Most calls cost nothing here, a hot or ended one a question to the broker.
 */
export async function raise(deps: RaiseDeps, concluded: Concluded): Promise<void> {
  const { session, leadScore } = concluded.conclusions;
  const waiting = noAgent(concluded);
  if (waiting) await say(deps, waiting, 0);
  if (leadScore?.hot !== true && session.status !== 'ended') return;
  for (;;) {
    const last = await lastSaid(deps, concluded);
    const message = last.said ? correctionOf(concluded, last.said.message) : hotLead(concluded);
    if (!message || (await say(deps, message, last.expected))) return;
  }
}

/** False when somebody else has said something since. */
async function say(deps: RaiseDeps, message: OutboxMessage, expected: number): Promise<boolean> {
  const said = await keepTrying(() => deps.outbox.publish(message, expected), deps);
  if (said) deps.metrics.alertsRaised.inc({ rule: message.rule, kind: message.kind });
  return said;
}

/** What was said last of the call, and the sequence that the next message's subject ends with. */
async function lastSaid(deps: RaiseDeps, concluded: Concluded): Promise<{ said: Said | undefined; expected: number }> {
  const last = (kind: OutboxMessage['kind']) =>
    keepTrying(() => deps.outbox.last({ tenant: concluded.tenant, call: concluded.call, rule: HOT_LEAD }, kind), deps);
  const alert = await last('alert');
  if (!alert || concluded.conclusions.session.status !== 'ended') return { said: alert, expected: 0 };
  const correction = await last('correction');
  return { said: correction ?? alert, expected: correction?.seq ?? 0 };
}
