import { keepTrying } from '../../lib/retry.ts';
import type { WorkerMetrics } from '../metrics.ts';
import { correctionOf } from './correction.ts';
import { HOT_LEAD, hotLead, type Concluded } from './hot-lead.ts';
import type { OutboxMessage } from './message.ts';
import type { Outbox, Said } from './outbox.ts';

export type RaiseDeps = { outbox: Outbox; metrics: WorkerMetrics; signal: AbortSignal };

/**
 * Says what is to be said of a call that was concluded and stored: an alert once, after the call its corrections. Waits for
 * an absent broker. Most calls cost nothing here, a hot or ended one a question to the broker.
 */
export async function raise(deps: RaiseDeps, concluded: Concluded): Promise<void> {
  const { session, leadScore } = concluded.conclusions;
  if (leadScore?.hot !== true && session.status !== 'ended') return;
  for (;;) {
    const last = await lastSaid(deps, concluded);
    const message = last.said ? correctionOf(concluded, last.said.message) : hotLead(concluded);
    if (!message || (await keepTrying(() => deps.outbox.publish(message, last.expected), deps))) {
      if (message) deps.metrics.alertsRaised.inc({ rule: message.rule, kind: message.kind });
      return;
    }
  }
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
