/** Values between which something holds: all that are given must be true. */
export type Bounds = { under?: number; over?: number; from?: number; to?: number };
export type Standard = { unit: string; target?: Bounds; alert?: Bounds };

/** What a call is held against (docs/analysis-scores.md). Shares are 0-1. */
export const standards = {
  total_latency: { unit: 'ms', target: { under: 1_000 }, alert: { over: 1_500 } },
  transcription: { unit: 'ms', alert: { over: 500 } },
  llm_ttft: { unit: 'ms', alert: { over: 700 } },
  tts_ttfb: { unit: 'ms', alert: { over: 300 } },
  token_rate: { unit: 'tokens/s', alert: { under: 50 } },
  audio_quality: { unit: 'MOS', alert: { under: 3.5 } },
  interruption_rate: { unit: 'share', target: { under: 0.1 } },
  interruptions: { unit: 'count', alert: { over: 3 } },
  duration: { unit: 'minutes', target: { from: 3, to: 7 } },
  turns: { unit: 'count', target: { from: 8, to: 15 } },
  dead_air: { unit: 'share', target: { under: 0.05 } },
  pace: { unit: 'words/minute', target: { from: 140, to: 160 } },
  engagement: { unit: 'points', target: { over: 7 }, alert: { under: 5 } },
  sentiment_change: { unit: 'points', target: { over: 0 } },
  questions_resolved: { unit: 'share', target: { over: 0.9 } },
  searches_found: { unit: 'share', target: { over: 0.85 } },
} as const satisfies Record<string, Standard>;

export type Metric = keyof typeof standards;

export function holds(value: number, { under, over, from, to }: Bounds): boolean {
  return (
    (under === undefined || value < under) &&
    (over === undefined || value > over) &&
    (from === undefined || value >= from) &&
    (to === undefined || value <= to)
  );
}
