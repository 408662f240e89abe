import type { latencyPercentiles } from '../../clickhouse/queries/latency-percentiles.ts';
import type { turnsOfCalls } from '../../clickhouse/queries/turns-of-calls.ts';
import type { unexplainedShare } from '../../clickhouse/queries/unexplained-share.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { columns, counted, ms, percent, words } from './format.ts';

type Percentiles = RowOfQuery<typeof latencyPercentiles>;
type Turn = Pick<RowOfQuery<typeof turnsOfCalls>, 'excluded'>;
type Share = RowOfQuery<typeof unexplainedShare>;

/** No p99: it takes more turns than a demo has. */
const HEAD = ['', 'p50', 'p95', 'max', 'n', 'excluded', 'not measured'];

/** In the words of the dashboard. */
const NAMES: Record<Percentiles['measure'], string> = {
  heard_latency: 'Heard latency',
  total_latency: 'Sum of turn end, model and speech',
  eou_delay: 'End of utterance delay',
  transcription_delay: 'Transcription delay',
  llm_ttft: 'Model, first token',
  tts_ttfb: 'Speech, first byte',
};

const REASONS: Record<string, [one: string, many?: string]> = {
  greeting: ['greeting'],
  no_anchor: ['typed turn'],
  not_heard: ['answer that nobody heard', 'answers that nobody heard'],
  cut_off: ['turn that the line cut off', 'turns that the line cut off'],
  quarantined: ['turn with an impossible value', 'turns with an impossible value'],
};

/** What the callers waited for, which turns count in no percentile, and how much of the wait is not explained. */
export function latencySection(
  rows: readonly Percentiles[],
  turns: readonly Turn[],
  shares: readonly Share[],
  emulated: readonly string[],
): string[] {
  const shown = rows.filter(({ n }) => n > 0);
  return [
    columns(
      shown.map((row) => latencyRow(row, rows)),
      { head: HEAD },
    ),
    `  excluded: ${reasonsOf(turns)}`,
    ...shares.map(
      ({ n, p50, p95 }) =>
        `  Unexplained: ${percent(p50)} of heard latency in the median, ${percent(p95)} at p95 (${counted(n, 'turn')})`,
    ),
    ...(emulated.length > 0 ? [`  emulated, so not the vendors' own times: ${emulated.join(', ')}`] : []),
  ];
}

function latencyRow(row: Percentiles, all: readonly Percentiles[]): string[] {
  // An excluded turn has no heard latency, and so no basis of it.
  const excluded = all
    .filter(({ measure, basis }) => measure === row.measure && (basis === row.basis || basis === ''))
    .reduce((sum, { excluded }) => sum + excluded, 0);
  return [
    NAMES[row.measure] + (row.basis ? ` (${words(row.basis)})` : ''),
    ...[row.p50_ms, row.p95_ms, row.max_ms].map(ms),
    ...[row.n, excluded, row.missing].map(String),
  ];
}

function reasonsOf(turns: readonly Turn[]): string {
  const counts = new Map<string, number>();
  for (const { excluded } of turns) if (excluded) counts.set(excluded, (counts.get(excluded) ?? 0) + 1);
  const parts = [...counts].map(([reason, count]) => counted(count, ...(REASONS[reason] ?? [words(reason)])));
  return parts.join(', ') || 'none';
}
