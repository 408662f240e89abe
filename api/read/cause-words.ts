import type { PartName } from '../types.ts';

const WORDS: Record<Exclude<PartName, 'model' | 'tool'>, string> = {
  end_of_turn: 'waiting for the end of the turn',
  transcription: 'waiting for the transcript',
  turn_hook: "the agent's own code before the answer",
  sentence: 'waiting for the first sentence',
  synthesis: 'speech synthesis',
  playout: 'playout',
  unexplained: 'time that no part explains',
};
const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five'];

/** What a caller's wait was spent on, in words: `the model`, `two model calls`, `tools search and bookDemo`. */
export function wordsOf(part: PartName, own: readonly { name: string }[]): string {
  if (part === 'model') return own.length === 1 ? 'the model' : `${countOf(own.length)} model calls`;
  if (part !== 'tool') return WORDS[part];
  const [first = '', second, ...more] = new Set(own.map(({ name }) => name));
  if (more.length > 0) return `${countOf(own.length)} tool calls`;
  if (second !== undefined) return `tools ${first} and ${second}`;
  return own.length === 1 ? `tool ${first}` : `${countOf(own.length)} calls of tool ${first}`;
}

function countOf(n: number): string {
  return COUNTS[n] ?? String(n);
}
