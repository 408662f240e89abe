import { formatDuration, formatMs } from '../../../../format/ms.ts';
import { formatShare } from '../../../../format/number.ts';
import { inWords } from '../../../../format/words.ts';
import type { ResultOf } from './reading.ts';

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

type Measure = ResultOf<'performance'>['performance']['targets']['metrics'][number];
type HeldAgainst = Pick<Measure, 'unit' | 'target' | 'alarm'>;

/** "under 1.00 s", "140 to 160 words/min"; of what has no target where it alarms: "alarms over 300 ms". */
export function heldAgainst({ unit, target, alarm }: HeldAgainst): string {
  const words = (value: number) => valueWords({ value, unit });
  const inBounds = ({ under, over, from, to }: NonNullable<HeldAgainst['target']>) => {
    if (from !== undefined && to !== undefined) return `${words(from).split(' ', 1)[0]} to ${words(to)}`;
    return over === undefined ? (under === undefined ? '' : `under ${words(under)}`) : `over ${words(over)}`;
  };
  if (target) return inBounds(target);
  return alarm ? `alarms ${inBounds(alarm)}` : '';
}

type Judged = Pick<Measure, 'met' | 'alert'>;

/** What alarms first, then what was missed; the others as they come. */
export function worstFirst<One extends Judged>(all: readonly One[]): One[] {
  const rank = ({ met, alert }: Judged) => (alert ? 0 : met === false ? 1 : 2);
  return all.toSorted((a, b) => rank(a) - rank(b));
}
