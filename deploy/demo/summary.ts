import type { Store } from '../../clickhouse/client.ts';
import { booksTotal } from '../../clickhouse/queries/books-total.ts';
import { books } from '../../clickhouse/queries/books.ts';
import { callsSummary } from '../../clickhouse/queries/calls-summary.ts';
import { latencyPercentiles } from '../../clickhouse/queries/latency-percentiles.ts';
import { leadScores } from '../../clickhouse/queries/lead-scores.ts';
import { storedEvents } from '../../clickhouse/queries/stored-events.ts';
import { unexplainedShare } from '../../clickhouse/queries/unexplained-share.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import type { Call } from './callers.ts';
import { columns, heading, ms, percent, seconds, short } from './format.ts';
import { scoreLines } from './score-lines.ts';
import { TENANT } from './settle.ts';

type Log = (line: string) => void;

/** Prints what was learned of these calls. Returns why the books do not balance; empty when they do. */
export async function printSummary(
  store: Store,
  calls: readonly Call[],
  unsettled: readonly string[],
  log: Log,
): Promise<string[]> {
  const scope = { tenant: TENANT, callIds: calls.map(({ id }) => id) };
  const [sessions, leads, latency, unexplained] = await Promise.all([
    store.run(callsSummary, scope),
    store.run(leadScores, scope),
    store.run(latencyPercentiles, scope),
    store.run(unexplainedShare, scope),
  ]);
  const named = new Map(calls.map(({ id, scenario }) => [id, scenario]));

  log(heading('The calls'));
  log(
    columns([
      CALL_HEAD,
      ...sessions.map((session) => callLine(session, named.get(session.call_id) ?? session.call_id)),
    ]),
  );
  for (const line of sessions.flatMap(lastWords)) log(line);
  log(heading('What the callers waited for'));
  log(columns([LATENCY_HEAD, ...latency.filter(({ n }) => n > 0).map(latencyLine)]));
  for (const { basis, n, p50, p95 } of unexplained) {
    log(
      `  of heard latency (${basis}, ${n} turns) no part explains ${percent(p50)} in the median, ${percent(p95)} at p95`,
    );
  }
  log(heading('The leads'));
  for (const lead of leads) for (const line of scoreLines(lead)) log(line);

  const reasons = [
    ...unsettled,
    ...calls.flatMap(({ scenario, failure }) => (failure ? [`${scenario}: ${failure}`] : [])),
  ];
  return [...reasons, ...(await printBooks(store, scope, named, log))];
}

const CALL_HEAD = [
  'caller',
  'lasted',
  'turns',
  'cut short',
  'fell back',
  'ended by',
  'because',
  'signals',
  'score',
  'tier',
];

function callLine(session: RowOfQuery<typeof callsSummary>, name: string): string[] {
  return [
    name,
    seconds(session.duration_ms),
    String(session.turns),
    String(session.interruptions),
    String(session.fallbacks),
    session.ended_by,
    session.end_reason,
    `${session.signals_known}/${session.signals_asked ?? '-'}`,
    session.lead_score === null ? '-' : String(session.lead_score),
    session.tier,
  ];
}

/** The words that the line cut off: what other systems lose. */
function lastWords(session: RowOfQuery<typeof callsSummary>): string[] {
  const { last_caller_words: caller, last_agent_words: agent, last_agent_words_cut: cut } = session;
  return [
    ...(caller ? [`  the line cut off the caller: "${short(caller, 80)}"`] : []),
    ...(agent
      ? [
          `  the line cut off the agent (${cut === 'heard' ? 'heard until then' : 'heard part not known'}): "${short(agent, 80)}"`,
        ]
      : []),
  ];
}

const LATENCY_HEAD = ['', 'basis', 'p50', 'p95', 'p99', 'max', 'n', 'excluded', 'without value'];

function latencyLine(row: RowOfQuery<typeof latencyPercentiles>): string[] {
  const numbers = [row.p50_ms, row.p95_ms, row.p99_ms, row.max_ms].map(ms);
  return [
    row.measure.replaceAll('_', ' '),
    row.basis,
    ...numbers,
    String(row.n),
    String(row.excluded),
    String(row.missing),
  ];
}

async function printBooks(
  store: Store,
  scope: { tenant: string; callIds: string[] },
  named: ReadonlyMap<string, string>,
  log: Log,
): Promise<string[]> {
  const [[total], rows, stored] = await Promise.all([
    store.run(booksTotal, scope),
    store.run(books, scope),
    store.run(storedEvents, scope),
  ]);
  log(heading('The books'));
  const head = ['caller', 'producer', 'published', '= stored', '+ dead letters', '+ declared gaps', 'state'];
  const counted = rows.filter(({ state }) => state !== 'uncounted');
  const lines = counted.map((row) => [
    named.get(row.call_id) ?? row.call_id,
    row.producer_kind,
    row.published === null ? 'unknown' : String(row.published),
    String(row.stored),
    String(row.dead_lettered),
    String(row.declared_gaps),
    row.state,
  ]);
  const sums =
    total && [total.published ?? 'unknown', total.stored, total.dead_lettered, total.declared_gaps].map(String);
  log(columns([head, ...lines, ...(sums ? [['all', '', ...sums, '']] : [])]));
  return [
    ...counted
      .filter(({ state }) => state !== 'balanced')
      .map(
        (row) =>
          `${named.get(row.call_id)}: ${row.producer_kind} ${row.state}${row.missing.length > 0 ? `, missing ${row.missing.join(' ')}` : ''}`,
      ),
    ...stored
      .filter(({ stored: rowsSeen, events }) => rowsSeen !== events)
      .map(({ call_id: id }) => `${named.get(id)}: an event is stored twice`),
  ];
}
