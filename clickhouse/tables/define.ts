import { z } from 'zod';
import { EarshotError } from '../../lib/errors.ts';

/**
 * A table that rows go into. The schema checks each row before it leaves: ClickHouse itself stores 300 in a UInt8 as 44
 * and reads a small time as seconds, without a word.
 */
export type Table<Row> = {
  readonly name: string;
  /** Column → type as `system.columns` names it; a test compares the two. `inserted_at` is the store's own. */
  readonly types: Readonly<Record<string, string>>;
  readonly columns: readonly [string, ...string[]];
  /**
   * Rows as arrays in the order of `columns`.
   * @throws EarshotError `store_rejected`, naming row and column.
   */
  encode(rows: readonly Row[]): unknown[][];
};

/** What `Store.insert` takes for a table: `RowOf<typeof events>`. */
export type RowOf<T> = T extends Table<infer Row> ? Row : never;

const storeTypes = z.registry<{ type: string }>();

/** Ties a column's schema to its type in the store. */
export function column<Schema extends z.ZodType>(type: string, schema: Schema): Schema {
  storeTypes.add(schema, { type });
  return schema;
}

export function storeTypeOf(schema: z.core.$ZodType): string {
  const found = storeTypes.get(schema);
  if (found === undefined) throw new Error('a column must be made by one of the helpers in columns.ts');
  return found.type;
}

export function defineTable<Shape extends Record<string, z.ZodType>>(
  name: string,
  shape: Shape,
): Table<z.input<z.ZodObject<Shape, z.core.$strict>>> {
  const schema = z.strictObject(shape);
  const [first, ...rest] = Object.keys(shape);
  if (first === undefined) throw new Error(`table ${name} has no columns`);
  const columns: [string, ...string[]] = [first, ...rest];
  return {
    name,
    types: Object.fromEntries(Object.entries(shape).map(([key, value]) => [key, storeTypeOf(value)])),
    columns,
    encode: (rows) =>
      rows.map((row, index) => {
        const parsed = schema.safeParse(row);
        if (!parsed.success) throw rejected(name, index, parsed.error);
        const values: Record<string, unknown> = parsed.data;
        return columns.map((key) => values[key]);
      }),
  };
}

function rejected(table: string, index: number, error: z.ZodError): EarshotError {
  const [issue] = error.issues;
  const path = issue?.path.join('.') ?? '';
  return new EarshotError({
    code: 'store_rejected',
    field: path === '' ? table : `${table}.${path}`,
    message: `row ${index + 1} does not fit the table: ${issue?.message ?? 'malformed'}`,
    fix: 'correct the mapping from event to row',
  });
}
