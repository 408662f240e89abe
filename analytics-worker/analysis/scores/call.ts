import type { EndReason } from '../../conclusions/types.ts';
import type { Findings, Passage } from '../results.ts';
import type { Item, Role } from '../transcript.ts';

/** How long was spoken and how long nobody spoke, ms. Null where it cannot be known. */
export type Times = {
  callerMs: number | null;
  agentMs: number | null;
  durationMs: number | null;
  /** As `deadAirOf` counts it. */
  deadAirMs: number | null;
};

/** What the formulas read of a call (docs/analysis-scores.md). */
export type ScoredCall = {
  items: readonly Item[];
  findings: Findings;
  /** Absent for a transcript without times. */
  times?: Times | undefined;
  /** How the line ended, where that is known. */
  endReason?: EndReason | '' | undefined;
  /** Names of the signals that the agent was to ask for. */
  asked?: readonly string[] | undefined;
};

/** Why nothing can be said of how people talked; undefined where they did. */
export function whyNoTalk({ items, findings }: ScoredCall): string | undefined {
  if (items.length === 0) return 'nobody said anything';
  return findings.outcome.outcome === 'voicemail' ? 'a voicemail is no conversation' : undefined;
}

export type PassageKind = Passage['kind'];

export function itemsOf({ items }: ScoredCall, role: Role): Item[] {
  return items.filter((item) => item.role === role);
}

/** Passages of these kinds that one side said; of a claim without an item nothing is known, so it is left out. */
export function passagesBy({ items, findings }: ScoredCall, role: Role, kinds: readonly PassageKind[]): Passage[] {
  const spoken = new Set(items.filter((item) => item.role === role).map(({ item }) => item));
  return findings.passages.filter(({ kind, item }) => kinds.includes(kind) && spoken.has(item));
}

/** How many things are named: each name once, what has no name each by itself. */
export function distinct(passages: readonly Passage[]): number {
  const named = new Set(passages.flatMap(({ about }) => (about === '' ? [] : [about.toLowerCase()])));
  return named.size + passages.filter(({ about }) => about === '').length;
}

export function wordsOf(items: readonly Item[]): number {
  return items.reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0);
}
