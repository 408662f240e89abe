import { formatDuration, formatMs } from '../../../../format/ms.ts';
import { formatShare } from '../../../../format/number.ts';
import { inWords } from '../../../../format/words.ts';

const METRICS: Record<string, string> = {
  heard: 'Heard latency, p50',
  total_latency: 'Total latency, average',
  llm_ttft: 'First token of the model',
  tts_ttfb: 'First sound of the synthesis',
  token_rate: 'Token rate',
  interruption_rate: 'Answers interrupted',
  pace: 'Pace of the caller',
  sentiment_change: 'Change of sentiment',
  questions_resolved: 'Questions answered',
  searches_found: 'Searches that found something',
  dead_air: 'Silence',
};

export function metricWords(metric: string): string {
  return METRICS[metric] ?? inWords(metric);
}

const UNITS: Record<string, string> = {
  'tokens/s': 'tokens/s',
  'words/minute': 'words/min',
  points: 'points',
  MOS: 'MOS',
};

const MINUTE_MS = 60_000;

/** A measured value in its unit; shares as percent. */
export function valueWords({ value, unit }: { value: number; unit: string }): string {
  if (unit === 'ms') return formatMs(value);
  if (unit === 'minutes') return formatDuration(value * MINUTE_MS);
  if (unit === 'share') return formatShare(value);
  if (unit === 'count') return String(value);
  return `${new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(value)} ${UNITS[unit] ?? unit}`;
}

type Judged = { met: boolean | null; alert: boolean | null };

/** What alarms first, then what was missed; the others as they come. */
export function worstFirst<One extends Judged>(all: readonly One[]): One[] {
  const rank = ({ met, alert }: Judged) => (alert ? 0 : met === false ? 1 : 2);
  return all.toSorted((a, b) => rank(a) - rank(b));
}
