import type { UsualTurns } from './slow-turns.ts';
import type { Metric } from './standards.ts';

/** Of which a call is held against the calls before it. */
export type WeekMetric =
  | Extract<Metric, 'total_latency' | 'transcription' | 'llm_ttft' | 'tts_ttfb' | 'interruptions' | 'duration'>
  | 'heard';

/** What an agent's earlier call measured; null where it did not. */
export type EarlierCall = { basis: string } & Record<WeekMetric, number | null>;

/** The seven days before a call, of the same agent. */
export type AgentWeek = {
  calls: readonly EarlierCall[];
  usual: UsualTurns;
};

export type History = Partial<Record<WeekMetric, readonly number[]>>;

const METRICS: readonly WeekMetric[] = [
  ...(['heard', 'total_latency', 'transcription', 'llm_ttft', 'tts_ttfb', 'interruptions', 'duration'] as const),
];

/** One value a call by metric; heard latency only of calls that measured it the same way. */
export function historyOf(calls: readonly EarlierCall[], basis: string): History {
  const valuesOf = (metric: WeekMetric) =>
    calls.flatMap((call) => (metric === 'heard' && call.basis !== basis ? [] : (call[metric] ?? [])));
  return Object.fromEntries(METRICS.map((metric) => [metric, valuesOf(metric)]));
}
