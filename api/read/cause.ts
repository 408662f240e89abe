import type { partMedians } from '../../clickhouse/queries/part-medians.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import type { PartName } from '../types.ts';

type Part = { part: PartName; name: string; durationMs: number };

/** How long a part usually takes. */
export type Usual = (agent: string, part: PartName, which: string) => number;

/** Fewer of them do not make anything usual. */
const ENOUGH = 3;
/** Less above the usual is nothing that a caller notices, ms. */
const NOTICEABLE_MS = 20;

/**
 * Of this very part (that tool, the second model call); where fewer than three are known of all parts of its name; where
 * these are few as well it is 0, so that the longest part of a first call is its cause.
 */
export function usualOf(rows: readonly RowOfQuery<typeof partMedians>[]): Usual {
  const medians = new Map(
    rows.filter(({ n }) => n >= ENOUGH).map((row) => [keyOf(row.agent_name, row.part, row.which), row.median_ms]),
  );
  return (agent, part, which) => medians.get(keyOf(agent, part, which)) ?? medians.get(keyOf(agent, part, '')) ?? 0;
}

/** The part that lies most above what is usual, in words: `second model call after a tool, 1.9 s of 3.1 s`. */
export function causeOf(agent: string, parts: readonly Part[], usual: Usual): string | null {
  const named = parts.map((part, index) => {
    const before = parts.slice(0, index);
    const place = before.filter((other) => other.part === part.part).length + 1;
    const aboveMs = part.durationMs - usual(agent, part.part, part.part === 'tool' ? part.name : String(place));
    return { ...part, aboveMs, words: wordsOf(part, place, before, parts) };
  });
  const [most] = named.toSorted((a, b) => b.aboveMs - a.aboveMs);
  if (!most || most.aboveMs < NOTICEABLE_MS) return null;
  const heardMs = parts.reduce((sum, { durationMs }) => sum + durationMs, 0);
  return `${most.words}, ${duration(most.durationMs)} of ${duration(heardMs)}`;
}

const WORDS: Record<Exclude<PartName, 'model' | 'tool'>, string> = {
  end_of_turn: 'waiting for the end of the turn',
  transcription: 'waiting for the transcript',
  turn_hook: "the agent's own code before the answer",
  sentence: 'waiting for the first sentence',
  synthesis: 'speech synthesis',
  playout: 'playout',
  unexplained: 'time that no part explains',
};
const PLACES = ['first', 'second', 'third', 'fourth', 'fifth'];

function wordsOf({ part, name }: Part, place: number, before: readonly Part[], all: readonly Part[]): string {
  if (part === 'tool') return `tool ${name}`;
  if (part !== 'model') return WORDS[part];
  const isOnly = all.filter((other) => other.part === 'model').length === 1;
  const call = isOnly ? 'model call' : `${PLACES[place - 1] ?? `${place}th`} model call`;
  return before.some((other) => other.part === 'tool') ? `${call} after a tool` : call;
}

function duration(ms: number): string {
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;
}

function keyOf(agent: string, part: string, which: string): string {
  return JSON.stringify([agent, part, which]);
}
