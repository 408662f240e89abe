import type { partMedians } from '../../clickhouse/queries/part-medians.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { groupBy } from '../../lib/group.ts';
import type { PartName } from '../types.ts';
import { wordsOf } from './cause-words.ts';

export type CausePart = { part: PartName; name: string; durationMs: number };

/** How long a part usually takes, ms; null where too few are known. */
export type Usual = (agent: string, part: PartName, which: string) => number | null;

/** Fewer of them do not make anything usual. */
const ENOUGH = 3;
/** Less above the usual is nothing that a caller notices, ms; */
const NOTICEABLE_MS = 20;
/** nor is what takes less than a fifth longer than it usually does. */
const LONGER = 1.2;
/** What is a smaller share of the wait is not why it was long. */
const SUBSTANTIAL = 0.25;
const MOST = 0.5;

/** Of this very part (that tool, the second model call); where fewer than three are known, of all parts of its name. */
export function usualOf(rows: readonly RowOfQuery<typeof partMedians>[]): Usual {
  const medians = new Map(
    rows.filter(({ n }) => n >= ENOUGH).map((row) => [keyOf(row.agent_name, row.part, row.which), row.median_ms]),
  );
  return (agent, part, which) => medians.get(keyOf(agent, part, which)) ?? medians.get(keyOf(agent, part, '')) ?? null;
}

/**
 * Why a wait was long, in words: `two model calls, 6.1 s of 6.9 s; usually 900 ms`. Parts of one kind are judged together.
 * The reason is the kind that lies most above what is usual of it, when it is also a good share of the wait; else the
 * longest kind is named as such: `mostly the model, 1.1 s of 1.8 s`. Null where nothing was waited for.
 */
export function causeOf(agent: string, parts: readonly CausePart[], usual: Usual): string | null {
  const heardMs = sumOf(parts);
  const kinds = [...groupBy(parts, ({ part }) => part)].map(([part, own]) => kindOf(agent, part, own, usual));
  const [longest] = kinds.toSorted((a, b) => b.ms - a.ms);
  const [most] = kinds.toSorted((a, b) => b.aboveMs - a.aboveMs);
  if (!longest || !most || heardMs <= 0) return null;
  const { usualMs } = most;
  const isLonger = usualMs !== null && most.aboveMs >= NOTICEABLE_MS && most.ms >= usualMs * LONGER;
  if ((isLonger || usualMs === null) && most.ms >= heardMs * SUBSTANTIAL && (usualMs !== null || most !== longest)) {
    return `${shareOf(most, heardMs)}${usualMs === null ? '' : `; usually ${duration(usualMs)}`}`;
  }
  return `${longest.ms >= heardMs * MOST ? 'mostly' : 'longest part:'} ${shareOf(longest, heardMs)}`;
}

type Kind = { words: string; ms: number; usualMs: number | null; aboveMs: number };

/** What is not known to be usual lies above with all of its time. */
function kindOf(agent: string, part: PartName, own: readonly CausePart[], usual: Usual): Kind {
  const each = own.map(({ name }, index) => usual(agent, part, part === 'tool' ? name : String(index + 1)));
  const usualMs = each.reduce((sum, ms) => (sum === null || ms === null ? null : sum + ms), 0);
  const ms = sumOf(own);
  return { words: wordsOf(part, own), ms, usualMs, aboveMs: ms - (usualMs ?? 0) };
}

function shareOf({ words, ms }: Kind, heardMs: number): string {
  return `${words}, ${duration(ms)} of ${duration(heardMs)}`;
}

function sumOf(parts: readonly CausePart[]): number {
  return parts.reduce((sum, { durationMs }) => sum + durationMs, 0);
}

function duration(ms: number): string {
  return ms < 999.5 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;
}

function keyOf(agent: string, part: string, which: string): string {
  return JSON.stringify([agent, part, which]);
}
