import type { SignalDefinition } from '../../events/signals.ts';

function standing(company: string): string {
  return `You are Ada, who answers calls for ${company}, an e-signature product. You are friendly and brief: one or
two short sentences at a time, spoken words only, no lists, no markup. Find out what the caller needs and whether the
product fits, one question at a time. Never guess about the product: search the knowledge base, and say so when it has
no answer. Never promise a price, a date or a feature that the knowledge base does not state.`;
}

/** The system prompt: who the agent is, and which signals it writes down. */
export function instructionsFor(options: {
  company: string;
  signals: readonly SignalDefinition[];
  instructions?: string | undefined;
}): string {
  const signals = options.signals.map(({ name, description, type, values }) => {
    const allowed = values ? `, one of ${values.join(', ')}` : '';
    return `- ${name} (${type}${allowed}): ${description}`;
  });
  return [
    options.instructions ?? standing(options.company),
    `Call record_signal each time the caller states or confirms one of these, with his own words as quote. When he
corrects himself, record it again with the new value; a list is recorded whole. What is hypothetical, about somebody
else or in the past is none.`,
    signals.join('\n'),
  ].join('\n\n');
}
