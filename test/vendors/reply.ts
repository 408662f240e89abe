import type { CallScript, Reaction } from './script.ts';

export type ChatMessage = {
  role: string;
  content?: string | null | Array<{ type: string; text?: string }>;
  tool_calls?: Array<{ function: { name: string; arguments: string } }>;
};
export type Answer = { tools: Reaction['tools']; text: string };

/** A caller's words count as an utterance of the script when they hold this share of it. */
const LEAST_LIKENESS = 0.6;

/**
 * What the scripted model answers: the reaction to the utterance that the caller's last words hold most of; its tools
 * first, its words once they have answered. Several utterances in one turn are all reacted to, and the last is answered.
 */
export function answerTo(messages: readonly ChatMessage[], script: CallScript): Answer {
  const lastUser = messages.findLastIndex(({ role }) => role === 'user');
  if (lastUser < 0) return { tools: [], text: script.otherwise };
  const since = messages.slice(lastUser + 1);
  const said = wordsOf(textOf(messages[lastUser]));
  const meant = script.reactions.filter(({ to }) => likeness(said, wordsOf(to)) >= LEAST_LIKENESS);
  const called = new Set(messages.flatMap(({ tool_calls = [] }) => tool_calls.map(toolKey)));
  const tools = since.some(({ role }) => role === 'tool')
    ? []
    : meant
        .flatMap((reaction) => reaction.tools)
        .filter(({ name, args }) => !called.has(`${name} ${JSON.stringify(args)}`));
  return { tools, text: tools.length > 0 ? '' : (meant.at(-1)?.reply ?? script.otherwise) };
}

export function textOf(message: ChatMessage | undefined): string {
  const content = message?.content ?? '';
  return typeof content === 'string' ? content : content.map(({ text = '' }) => text).join(' ');
}

/** The share of the utterance's words that were said. */
function likeness(said: readonly string[], utterance: readonly string[]): number {
  const left = [...said];
  const shared = utterance.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return shared.length / Math.max(1, utterance.length);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
}

function toolKey({ function: { name, arguments: args } }: { function: { name: string; arguments: string } }): string {
  return `${name} ${JSON.stringify(JSON.parse(args))}`;
}
