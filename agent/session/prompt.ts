import type { AgentDocument } from '../config/document.ts';

type Prompted = Pick<AgentDocument, 'prompt' | 'company' | 'signals' | 'tools' | 'escalation' | 'consent'>;

/** The system prompt: who the agent is, then what it writes down, whom it hands over to and what it must ask first. */
export function instructionsFor(document: Prompted): string {
  const { prompt, company, tools } = document;
  return [
    prompt.trim(),
    `You answer calls for ${company}.`,
    ...(document.consent?.required ? [consentPart()] : []),
    ...(tools.recordSignal ? [signalsPart(document.signals)] : []),
    ...(tools.transfer ? [escalationPart(document.escalation)] : []),
  ].join('\n\n');
}

function consentPart(): string {
  return `The caller was told of the recording and must agree to it. Ask for a yes or a no before anything else, and call
record_consent with his answer.`;
}

function signalsPart(signals: Prompted['signals']): string {
  const lines = signals.map(({ name, description, type, values }) => {
    const allowed = values ? `, one of ${values.join(', ')}` : '';
    return `- ${name} (${type}${allowed}): ${description}`;
  });
  const how = `Call record_signal each time the caller states or confirms one of these, with his own words as quote. When he
corrects himself, record it again with the new value; a list is recorded whole. What is hypothetical, about somebody
else or in the past is none.`;
  return [how, lines.join('\n')].join('\n\n');
}

function escalationPart({ phrases }: Prompted['escalation']): string {
  const said = phrases.map((phrase) => `"${phrase}"`).join(', ');
  return `Call transfer_to_human when the caller asks for a human, in words such as ${said}, or when you cannot help him.`;
}
