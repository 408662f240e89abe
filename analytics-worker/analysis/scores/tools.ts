import { groupBy } from '../../../lib/group.ts';
import type { Tier } from '../../conclusions/types.ts';

/** Raised when the same facts would give another result. */
export const TOOLS_VERSION = 1;

export type ToolCall = { id: string; name: string; isError: boolean; durationMs: number | null };
export type Search = {
  /** The tool call that searched; null where it is not known. */
  toolCallId: string | null;
  query: string;
  category: string | null;
  results: number;
  sources: readonly string[];
};
export type Booking = { success: boolean };

/** What the tools of a call did, as it was recorded. */
export type ToolFacts = { calls: readonly ToolCall[]; searches: readonly Search[]; bookings: readonly Booking[] };

export type Counted = { name: string; count: number };
export type SearchTotals = {
  searches: number;
  found: number;
  empty: number;
  /** 0-1; null without a search, like the next. */
  foundShare: number | null;
  averageResults: number | null;
  categories: Counted[];
};
export type ToolTotals = {
  name: string;
  calls: number;
  successes: number;
  errors: number;
  /** Over the calls whose time is known, ms; null without one. */
  totalMs: number | null;
  averageMs: number | null;
  maxMs: number | null;
  /** Null for a tool that searched nothing. */
  searches: SearchTotals | null;
};
export type ToolUse = {
  version: number;
  tools: ToolTotals[];
  searches: SearchTotals;
  /** `unqualified`: made for a caller who is not of tier 1. */
  bookings: { tried: number; made: number; unqualified: number };
};

/** What each tool did, tools by name (docs/analysis-scores.md). */
export function toolUseOf({ calls, searches, bookings }: ToolFacts, tier: Tier): ToolUse {
  const made = bookings.filter(({ success }) => success).length;
  const byTool = [...groupBy(calls, ({ name }) => name)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    version: TOOLS_VERSION,
    tools: byTool.map(([name, all]) => totalsOf(name, all, searches)),
    searches: searchTotalsOf(searches),
    bookings: { tried: bookings.length, made, unqualified: tier === 'tier_1' ? 0 : made },
  };
}

function totalsOf(name: string, calls: readonly ToolCall[], searches: readonly Search[]): ToolTotals {
  const ids = new Set(calls.map(({ id }) => id));
  const own = searches.filter(({ toolCallId }) => toolCallId !== null && ids.has(toolCallId));
  const times = calls.flatMap(({ durationMs }) => durationMs ?? []);
  const errors = calls.filter(({ isError }) => isError).length;
  return {
    name,
    calls: calls.length,
    successes: calls.length - errors,
    errors,
    totalMs: times.length === 0 ? null : sum(times),
    averageMs: meanOf(times),
    maxMs: times.length === 0 ? null : Math.max(...times),
    searches: own.length === 0 ? null : searchTotalsOf(own),
  };
}

function searchTotalsOf(searches: readonly Search[]): SearchTotals {
  const found = searches.filter(({ results }) => results > 0).length;
  return {
    searches: searches.length,
    found,
    empty: searches.length - found,
    foundShare: searches.length === 0 ? null : found / searches.length,
    averageResults: meanOf(searches.map(({ results }) => results)),
    categories: countedOf(searches.flatMap(({ category }) => category ?? [])),
  };
}

/** How often each name stands there, the most frequent first, equals by name. */
export function countedOf(names: readonly string[]): Counted[] {
  return [...groupBy(names, (name) => name)]
    .map(([name, all]) => ({ name, count: all.length }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
