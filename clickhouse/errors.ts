import { ClickHouseError } from '@clickhouse/client';
import { EARSHOT } from '../lib/command-line.ts';
import { EarshotError, messageOf, type Problem, type Retriable } from '../lib/errors.ts';

/** What went wrong with the store, so that a caller knows whether to wait, to blame the rows or to stop. */
type Kind = 'store_unavailable' | 'store_rejected' | 'store_schema' | 'store_access' | 'store_failed';

/** The store is away, busy or short of something: the same request works later. */
const UNAVAILABLE = [
  'TIMEOUT_EXCEEDED',
  'TOO_SLOW',
  'TOO_MANY_SIMULTANEOUS_QUERIES',
  'NO_FREE_CONNECTION',
  'SOCKET_TIMEOUT',
  'NETWORK_ERROR',
  'NO_ZOOKEEPER',
  'ABORTED',
  'MEMORY_LIMIT_EXCEEDED',
  'TABLE_IS_READ_ONLY',
  'NOT_ENOUGH_SPACE',
  'TOO_MANY_PARTS',
  'ALL_CONNECTION_TRIES_FAILED',
  'TOO_FEW_LIVE_REPLICAS',
  'UNSATISFIED_QUORUM_FOR_PREVIOUS_WRITE',
  'UNKNOWN_STATUS_OF_INSERT',
  'QUERY_WAS_CANCELLED',
  'QUERY_WAS_CANCELLED_BY_CLIENT',
  'CANNOT_SCHEDULE_TASK',
  'CANNOT_ASSIGN_ALTER',
  'S3_ERROR',
  'DATABASE_REPLICATION_FAILED',
  'DISTRIBUTED_TOO_MANY_PENDING_BYTES',
  'SERVER_OVERLOADED',
  'KEEPER_EXCEPTION',
  'REPLICA_IS_ALREADY_ACTIVE',
  'ALL_REPLICAS_LOST',
  'UNFINISHED',
];

/** These very rows can never be stored. */
const REJECTED = [
  'CANNOT_PARSE_TEXT',
  'CANNOT_PARSE_ESCAPE_SEQUENCE',
  'CANNOT_PARSE_QUOTED_STRING',
  'CANNOT_PARSE_INPUT_ASSERTION_FAILED',
  'CANNOT_PARSE_DATE',
  'CANNOT_PARSE_DATETIME',
  'CANNOT_PARSE_NUMBER',
  'CANNOT_PARSE_UUID',
  'CANNOT_PARSE_BOOL',
  'CANNOT_READ_ARRAY_FROM_TEXT',
  'CANNOT_CONVERT_TYPE',
  'CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN',
  'TYPE_MISMATCH',
  'ARGUMENT_OUT_OF_BOUND',
  'INCORRECT_DATA',
  'TOO_LARGE_STRING_SIZE',
  'TOO_LARGE_ARRAY_SIZE',
  'VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE',
  'VIOLATED_CONSTRAINT',
];

/** No row is at fault: the schema is missing or another one. */
const SCHEMA = [
  'UNKNOWN_TABLE',
  'UNKNOWN_DATABASE',
  'UNKNOWN_IDENTIFIER',
  'NO_SUCH_COLUMN_IN_TABLE',
  'NOT_FOUND_COLUMN_IN_BLOCK',
  'THERE_IS_NO_COLUMN',
];

/** No row is at fault: the user may not do this. */
const ACCESS = [
  'AUTHENTICATION_FAILED',
  'REQUIRED_PASSWORD',
  'WRONG_PASSWORD',
  'UNKNOWN_USER',
  'ACCESS_DENIED',
  'READONLY',
];

const kinds = new Map<string, Kind>([
  ...UNAVAILABLE.map((type) => [type, 'store_unavailable'] as const),
  ...REJECTED.map((type) => [type, 'store_rejected'] as const),
  ...SCHEMA.map((type) => [type, 'store_schema'] as const),
  ...ACCESS.map((type) => [type, 'store_access'] as const),
]);

const fixes: Record<Kind, string> = {
  store_unavailable: 'start the store or set CLICKHOUSE_URL; what waits is sent again by itself',
  store_rejected: 'correct the mapping from event to row',
  store_schema: `run: ${EARSHOT} store migrate`,
  store_access: 'set CLICKHOUSE_USER and CLICKHOUSE_PASSWORD to a user that may read and write the database',
  store_failed: 'see the log of the store',
};

const retriables: Record<Kind, Retriable> = {
  store_unavailable: 'yes',
  store_rejected: 'no',
  store_schema: 'unknown',
  store_access: 'unknown',
  store_failed: 'unknown',
};

/**
 * Tells what an error of the client means. The store's own text is left out: it quotes SQL and rows, and rows hold what
 * callers said.
 *
 * @param what the query's name or `insert <table>`
 */
export function storeError(error: unknown, what: string): EarshotError {
  if (error instanceof EarshotError) return error;
  if (!(error instanceof ClickHouseError)) return away(error, what);
  const type = error.type ?? `code ${error.code}`;
  const kind = kinds.get(type) ?? 'store_failed';
  const at = placeOf(error.message);
  const message = `${what}: the store answered ${type}${at.row === undefined ? '' : ` at row ${at.row}`}`;
  return new EarshotError(problem(kind, message, at.column), { retriable: retriables[kind] });
}

/** No answer, or one that is not ClickHouse's: refused, cut, timed out, a proxy's page. */
function away(error: unknown, what: string): EarshotError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : messageOf(error).slice(0, 80);
  return new EarshotError(problem('store_unavailable', `${what}: no answer (${reason})`), {
    retriable: 'yes',
    cause: error,
  });
}

function problem(code: Kind, message: string, field?: string): Problem {
  return { code, message, fix: fixes[code], ...(field === undefined ? {} : { field }) };
}

function placeOf(text: string): { row?: string; column?: string } {
  const row = /\(at row (\d+)\)/.exec(text)?.[1];
  const column = /while reading the value of (?:key|column) (\w+)/.exec(text)?.[1];
  return { ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) };
}
