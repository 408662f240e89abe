import { piecesOf, quote } from '../sql-text.ts';
import { refusals } from './exception.ts';
import type { Classified } from './open.ts';

const INSERT_WITH_FORMAT = /^([\s\S]*?)\s+FORMAT\s+(\w+)\s*;?\s*$/i;

/** Whether rows belong to the statement that come apart from it. */
export function takesRows(sql: string): boolean {
  return /^\s*INSERT\b/i.test(sql) && INSERT_WITH_FORMAT.test(sql);
}

/** Has the rows of an `INSERT … FORMAT` read from a file: inside the statement, a blank line in them would end it. */
export function withRowsFrom(sql: string, file: string): string {
  const [, insert, format] = INSERT_WITH_FORMAT.exec(sql) ?? [];
  if (insert === undefined || format === undefined) throw refusals.syntax('Rows came without INSERT … FORMAT.');
  return `${insert} FROM INFILE ${quote(file)} COMPRESSION 'none' FORMAT ${format}`;
}

/**
 * Lets through one query, insert or DDL statement. What reaches beyond the data is refused: SYSTEM SHUTDOWN would end
 * the process, KILL, SET, BACKUP and INTO OUTFILE are none of a client's business.
 *
 * @throws StoreException
 */
export function checkStatement(
  request: { sql: string; rowsFile?: string; readonly: boolean },
  found: Classified,
): void {
  const { sql, rowsFile, readonly } = request;
  if (sql.includes('\0')) throw refusals.syntax('The statement holds a NUL.');
  if (found.statements > 1) throw refusals.syntax('Multi-statements are not allowed.');
  if (found.kind === 'other') throw refusals.notSupported('The local store takes queries, inserts and DDL only.');
  if (readonly && found.kind !== 'read') throw refusals.readonly();
  if (rowsFile === undefined && hasInlineRows(sql))
    throw refusals.notSupported('Rows must come in the body, with INSERT … FORMAT in the query parameter.');
}

function hasInlineRows(sql: string): boolean {
  const pieces = piecesOf(sql).map(({ kind, text }) => (kind === 'code' ? text : kind === 'comment' ? ' ' : "''"));
  return /^\s*INSERT\b[\s\S]*\bFORMAT\s+\w/i.test(pieces.join(''));
}
