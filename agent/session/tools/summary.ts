import type { llm } from '@livekit/agents';

const LAST_ITEMS = 6;
const LONGEST_ITEM = 400;

/** What a human should know before he takes over, from what was recorded: no model has a part in it. */
export function summaryOf(call: {
  reason: string;
  signals: ReadonlyMap<string, unknown>;
  items: readonly llm.ChatItem[];
}): string {
  const known = [...call.signals]
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name.replaceAll('_', ' ')}: ${Array.isArray(value) ? value.join(', ') : String(value)}`);
  const said = call.items.flatMap((item) => (item.type === 'message' ? wordsOf(item) : []));
  return [
    `Wants: ${call.reason}`,
    ...(known.length > 0 ? ['Known:', ...known.map((line) => `- ${line}`)] : ['Known: nothing yet']),
    ...(said.length > 0 ? ['Last words:', ...said.slice(-LAST_ITEMS)] : []),
  ].join('\n');
}

function wordsOf({ role, textContent }: llm.ChatMessage): string[] {
  const who = role === 'user' ? 'Caller' : role === 'assistant' ? 'Agent' : undefined;
  const text = textContent?.replaceAll(/\s+/g, ' ').trim();
  return who && text ? [`${who}: ${text.slice(0, LONGEST_ITEM)}`] : [];
}
