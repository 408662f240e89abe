import type { ReadCall } from './read-call.ts';
import { qualityOf } from './scores/quality.ts';
import { salesOf } from './scores/sales.ts';
import { summaryOf } from './scores/summary.ts';

/** Parts of what is known of a call by its words, by name: the same by hand and stored (docs/analysis.md). */
export const sections = {
  signals: ({ call }) => call().findings.signals,
  lead: leadLines,
  objections: ({ call }) => call().findings.objections,
  competitors: ({ call }) => call().findings.competitors,
  sentiment: ({ call }) => call().findings.sentiment,
  actionItems: ({ call }) => call().findings.actionItems,
  contentGaps: ({ call }) => call().findings.contentGaps,
  outcome: ({ call }) => call().findings.outcome.outcome,
  outcomeEvidence: ({ call }) => call().findings.outcome.evidence,
  quality: ({ call }) => qualityOf(call()),
  engagement: ({ engagement }) => engagement(),
  summary: ({ call, lead, scoring }) => summaryOf(call().findings, lead(), scoring),
  sales: ({ call, lead, scoring }) => salesOf(call().findings, lead(), scoring),
  pii: ({ call }) => call().findings.pii,
} satisfies Record<string, (read: ReadCall) => unknown>;
export type Section = keyof typeof sections;

export function sectionsOf(read: ReadCall, names: readonly Section[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, sections[name](read)]));
}

export const allSections = Object.keys(sections) as Section[];

/** The signals are a section of their own. */
function leadLines({ lead }: ReadCall) {
  const { signals: _, ...lines } = lead();
  return lines;
}
