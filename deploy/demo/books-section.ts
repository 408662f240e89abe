import type { booksTotal } from '../../clickhouse/queries/books-total.ts';
import type { books } from '../../clickhouse/queries/books.ts';
import type { storedEvents } from '../../clickhouse/queries/stored-events.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import type { Named } from './calls-section.ts';
import { columns } from './format.ts';

type Book = RowOfQuery<typeof books>;
type Total = RowOfQuery<typeof booksTotal>;
type Stored = RowOfQuery<typeof storedEvents>;

const HEAD = ['caller', 'producer', 'published', '= stored', '+ dead letters', '+ declared gaps', 'state'];

/** For each producer: published = stored + dead letters + declared gaps. What somebody else counts is left out. */
export function booksSection(rows: readonly Named<Book>[], total: Total | undefined): string[] {
  const lines = rows.filter(isCounted).map(({ name, row }) => [name, row.producer_kind, ...sums(row), row.state]);
  return [columns(total ? [...lines, ['all', '', ...sums(total), stateOf(total)]] : lines, { head: HEAD })];
}

/** Why the books do not balance; empty when they do. */
export function whyUnbalanced(rows: readonly Named<Book>[], stored: readonly Named<Stored>[]): string[] {
  const wrong = rows.filter(({ row }) => row.state === 'unbalanced' || row.state === 'open');
  return [
    ...wrong.map(({ name, row }) => {
      const missing = row.missing.length > 0 ? `, missing ${row.missing.join(' ')}` : '';
      return `${name}: its ${row.producer_kind} is ${row.state}${missing}`;
    }),
    ...stored
      .filter(({ row }) => row.stored !== row.events)
      .map(({ name, row }) => `${name}: ${row.events} events are stored in ${row.stored} rows`),
  ];
}

function isCounted({ row }: Named<Book>): boolean {
  return row.state !== 'uncounted';
}

function sums(row: Pick<Book, 'published' | 'stored' | 'dead_lettered' | 'declared_gaps'>): string[] {
  const published = row.published === null ? 'unknown' : String(row.published);
  return [published, ...[row.stored, row.dead_lettered, row.declared_gaps].map(String)];
}

function stateOf({ balanced, unbalanced, open }: Total): string {
  const counts = Object.entries({ balanced, unbalanced, open }).filter(([, count]) => count > 0);
  return counts.map(([state, count]) => `${count} ${state}`).join(', ');
}
