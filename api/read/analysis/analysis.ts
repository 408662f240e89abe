import type { resultsOfCalls } from '../../../clickhouse/queries/results-of-calls.ts';
import type { RowOfQuery } from '../../../clickhouse/query.ts';
import { currentOf, type CurrentAnalysis } from '../../../events/analysis.ts';
import { groupBy } from '../../../lib/group.ts';
import { analysisItem } from '../../schemas/analysis/analysis.ts';
import type { Analysis } from '../../types.ts';
import { askedModelOf } from './asked-model.ts';
import { withoutWords } from './without-words.ts';

type ResultRow = RowOfQuery<typeof resultsOfCalls>;
type Item = Analysis['items'][number];

type Asked = {
  /** Whether the call has ended: before that nothing of it is analysed for good. */
  ended: boolean;
  /** Whether the reader may read what was said. */
  withWords: boolean;
  /** What the tenant has set. */
  current: CurrentAnalysis | undefined;
  /** Only results of these; what is current unless told otherwise. */
  version?: number | undefined;
  engine?: 'rules' | 'llm' | undefined;
};

/** In the order in which they are read. Other results of a call have routes of their own. */
const ANALYSERS: readonly string[] = analysisItem.options.map(({ shape }) => shape.analyser.value);
const FINDINGS = 'findings';

/** What the analysis says of a call: of each analyser one result, and which others there are. */
export function analysisOf(rows: readonly ResultRow[], asked: Asked): Analysis {
  if (!asked.ended) return { state: 'goes_on', items: [], unreadable: [], model: null };
  const results = rows.filter(({ analyser }) => ANALYSERS.includes(analyser));
  const byAnalyser = groupBy(results, ({ analyser }) => analyser);
  const read = currentOf(
    results.filter((row) => isAskedFor(row, asked)),
    asked.current,
  )
    .toSorted((a, b) => ANALYSERS.indexOf(a.analyser) - ANALYSERS.indexOf(b.analyser))
    .map((row) => ({ row, item: itemOf(row, byAnalyser.get(row.analyser) ?? [], asked.withWords) }));
  return {
    state: results.length === 0 ? 'not_analysed' : 'analysed',
    items: read.flatMap(({ item }) => item ?? []),
    unreadable: read.flatMap(({ row, item }) => (item ? [] : [{ analyser: row.analyser, ...versionOf(row) }])),
    model: askedModelOf(rows.filter(({ analyser }) => analyser === FINDINGS)),
  };
}

/** Whether an answer holds what was said. */
export function holdsWords({ items }: Pick<Analysis, 'items'>): boolean {
  return items.some(({ result }) => JSON.stringify(withoutWords(result)) !== JSON.stringify(result));
}

function isAskedFor(row: ResultRow, { version, engine }: Asked): boolean {
  return (version ?? row.analyser_version) === row.analyser_version && (engine ?? row.engine) === row.engine;
}

/** Undefined for a result of a form that is not known: an older one, or a newer one. */
function itemOf(row: ResultRow, all: readonly ResultRow[], withWords: boolean): Item | undefined {
  const { analyser, confidence } = row;
  const stored: unknown = JSON.parse(row.result);
  const others = all.filter((other) => other !== row).map(versionOf);
  const result = withWords ? stored : withoutWords(stored);
  return analysisItem.safeParse({ analyser, ...versionOf(row), confidence, others, result }).data;
}

function versionOf({ analyser_version: version, engine }: ResultRow) {
  return { version, engine };
}
