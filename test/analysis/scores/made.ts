import type { ScoredCall } from '../../../analytics-worker/analysis/scores/call.ts';
import { leadOf, type LeadContext } from '../../../analytics-worker/analysis/scores/lead.ts';
import type { Findings, FoundSignal, Passage } from '../../../analytics-worker/analysis/results.ts';
import type { Item } from '../../../analytics-worker/analysis/transcript.ts';
import { defaultScoring } from '../../../analytics-worker/conclusions/scoringConfig.ts';

/** Findings that say nothing but what they are given. */
export function findings(over: Partial<Findings> = {}): Findings {
  return {
    signals: {},
    objections: [],
    competitors: [],
    sentiment: { overall: 'neutral', score: 50, segments: [], emotions: [], confidence: 'medium' },
    actionItems: [],
    contentGaps: [],
    outcome: { outcome: 'follow_up', evidence: [{ item: 2, quote: 'send it' }] },
    passages: [],
    pii: [],
    ...over,
  };
}

/** A signal that was said in item 2. */
export function found(value: unknown, over: Partial<FoundSignal> = {}): FoundSignal {
  return { value, evidence: [{ item: 2, quote: 'his words' }], confirmed: false, history: [], ...over };
}

export function signals(values: Record<string, unknown>): Findings['signals'] {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, found(value)]));
}

/** Passages of one kind, each about one of the names. */
export function passages(kind: Passage['kind'], item: number, ...about: string[]): Passage[] {
  return about.map((name) => ({ kind, item, quote: 'his words', about: name }));
}

/** Items from `a: text` and `u: text`; `a! text` was interrupted, and with one of these all others were not. */
export function items(...lines: string[]): Item[] {
  const isTold = lines.some((line) => line.startsWith('a!'));
  return lines.map((line, index) => ({
    item: index + 1,
    role: line.startsWith('a') ? 'agent' : 'user',
    text: line.slice(2).trim(),
    ...(isTold ? { interrupted: line.startsWith('a!') } : {}),
  }));
}

/** Items of these many words, agent and caller in turns. */
export function wordCounts(agent: number, caller: number): Item[] {
  const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
  return items(`a:${words(agent)}`, `u:${words(caller)}`);
}

export function call(over: Partial<ScoredCall> & { found?: Partial<Findings> } = {}): ScoredCall {
  const { found: given, ...rest } = over;
  return { items: items('a: hello', 'u: hi', 'a: bye'), findings: findings(given), ...rest };
}

export function lead(
  values: Record<string, unknown>,
  over: Partial<Findings> = {},
  context: Partial<LeadContext> = {},
) {
  const all = findings({ signals: signals(values), ...over });
  return leadOf(all, defaultScoring, { engine: 'rules', engagement: null, ...context });
}
