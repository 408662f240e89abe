import type { Store } from '../../clickhouse/client.ts';
import type { RowOf } from '../../clickhouse/tables/define.ts';
import { tables } from '../../clickhouse/tables/index.ts';

type Tables = typeof tables;
type TableName = keyof Tables;

/** A row with the table that it goes into. */
export type MappedRow = { [Name in TableName]: { table: Name; row: RowOf<Tables[Name]> } }[TableName];

/**
 * Inserts rows of any tables, each table in one insert. Rows may come again: every table replaces by its key. Sessions go
 * last, so that whoever reads a new one finds its turns and books.
 */
export async function insertMapped(store: Store, rows: readonly MappedRow[]): Promise<void> {
  const names = new Set(rows.map(({ table }) => table));
  const session = names.delete('sessions');
  await Promise.all([...names].map((name) => insertInto(store, name, rows)));
  if (session) await insertInto(store, 'sessions', rows);
}

async function insertInto<Name extends TableName>(store: Store, name: Name, rows: readonly MappedRow[]): Promise<void> {
  const mine = rows.filter((mapped): mapped is Extract<MappedRow, { table: Name }> => mapped.table === name);
  await store.insert(
    tables[name],
    mine.map(({ row }) => row),
  );
}
