import type { OutboxMessage } from '../alerts/message.ts';
import type { MappedRow } from '../store/mapped.ts';
import type { Delivery } from './deliveries.ts';

/** Names stand with the lead, not here: the row knows the person by its key only. */
export function alertRow(message: OutboxMessage): MappedRow {
  const { standing, causedBy } = message;
  const content = { ...message, who: undefined };
  return {
    table: 'alerts',
    row: {
      ...keyOf(message),
      raised_at: message.raisedAtMs,
      caused_by: causedBy.eventId,
      cause_at: causedBy.atMs,
      late: message.late,
      person_key: message.personKey,
      agent_name: message.agent,
      score: standing.score,
      tier: standing.tier,
      hot: standing.hot,
      next_step: message.nextStep,
      content: JSON.stringify(content),
    },
  };
}

/** `sending` after the fact: the process that asked died before the answer. What an answer said replaces that. */
export function deliveryRow(message: OutboxMessage, delivery: Delivery, text: string): MappedRow {
  const { attempt, destination, state, possiblyRepeated, requestedAtMs, answeredAtMs, status, error } = delivery;
  const died = state === 'sending';
  return {
    table: 'deliveries',
    row: {
      ...keyOf(message),
      attempt,
      destination,
      state: died ? 'retrying' : state,
      possibly_repeated: possiblyRepeated,
      requested_at: requestedAtMs,
      answered_at: answeredAtMs,
      status,
      error: died ? 'answer_unknown' : error,
      text,
      version: answeredAtMs === null ? 0 : Math.trunc(answeredAtMs),
    },
  };
}

function keyOf({ tenant, call, rule, kind, id }: OutboxMessage) {
  return { tenant, call_id: call, rule, kind, alert_id: id };
}
