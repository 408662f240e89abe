import type { z } from 'zod';
import { EARSHOT } from '../lib/command-line.ts';
import { EarshotError } from '../lib/errors.ts';

/** One question to the store: a name, the SQL, what goes in and what comes out. */
export type Query<Params, Row> = {
  /** The query's `log_comment`, prefix of its id, and all that logs and errors say of it. */
  readonly name: string;
  /** Constant text; values go in as `{name:Type}` only. */
  readonly sql: string;
  /** @throws EarshotError `bad_query_parameter` */
  bind(params: Params): Record<string, unknown>;
  /** @throws EarshotError `store_answer` when the store's rows are not what the query says. */
  read(rows: unknown): Row[];
};

/** Times in rows are epoch ms; parameters are camelCase, columns snake_case. */
export function defineQuery<Params extends z.ZodType<Record<string, unknown>>, Row extends z.ZodType>(options: {
  name: string;
  sql: string;
  params: Params;
  row: Row;
}): Query<z.input<Params>, z.output<Row>> {
  const { name, sql } = options;
  const rows = options.row.array();
  return {
    name,
    sql,
    bind(params) {
      const parsed = options.params.safeParse(params);
      if (parsed.success) return parsed.data;
      throw mismatch('bad_query_parameter', name, parsed.error, 'pass parameters of the form that the query states');
    },
    read(answer) {
      const parsed = rows.safeParse(answer);
      if (parsed.success) return parsed.data;
      throw mismatch(
        'store_answer',
        name,
        parsed.error,
        `bring schema and program to the same version: ${EARSHOT} store migrate`,
      );
    },
  };
}

/** The row of a query: `RowOfQuery<typeof callFacts>`. */
export type RowOfQuery<Q> = Q extends Query<never, infer Row> ? Row : never;

function mismatch(code: string, query: string, error: z.ZodError, fix: string): EarshotError {
  const [issue] = error.issues;
  const field = [query, ...(issue?.path ?? [])].join('.');
  return new EarshotError({ code, field, message: issue?.message ?? 'malformed', fix }, { retriable: 'unknown' });
}
