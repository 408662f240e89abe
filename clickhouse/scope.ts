import { z } from 'zod';

/** Which calls a question is about: those listed, or all of the tenant. */
export const callScope = z
  .object({
    tenant: z.string().min(1),
    /** Only these calls; an empty list is none. */
    callIds: z.array(z.string()).optional(),
  })
  .transform(({ tenant, callIds }) => ({ tenant, anyCall: callIds === undefined, callIds: callIds ?? [] }));

/** One call of a tenant. */
export const oneCall = z.object({ tenant: z.string().min(1), callId: z.string().min(1) });

/** SQL: the sessions that `callScope` names. */
export const sessionsInScope = `
  SELECT * FROM sessions_v1 FINAL
  WHERE tenant = {tenant:String}
    AND ({anyCall:Bool} OR call_id IN {callIds:Array(String)})
    AND (NOT {anyCall:Bool} OR listed)`;

/** SQL: a row is of a call that `callScope` names. Where calls are named no session is read: a key finds their rows. */
export const inScope = `(
  call_id IN {callIds:Array(String)}
  OR {anyCall:Bool} AND call_id IN (SELECT call_id FROM sessions_v1 FINAL WHERE tenant = {tenant:String} AND listed))`;

/** Conclusions of several rows a call, and what tells the rows of one reading apart. */
const manyRows = {
  turns_v1: 'turn',
  turn_parts_v1: 'turn, position',
  usage_v1: 'kind, provider, model',
  quarantined_v1: 'event_id, field',
} as const;

/**
 * SQL for WITH: the calls that a query selects, as `sample` with these columns. Selected once: what WITH names otherwise is
 * run again wherever it is used.
 */
export const sampleOf = (columns: readonly ['call_id', 'version', ...string[]], select: string) => `
  (SELECT groupArray((${columns.join(', ')})) FROM (${select})) AS sampled,
  sample AS (
    SELECT ${columns.map((column, index) => `one.${index + 1} AS ${column}`).join(', ')}
    FROM (SELECT arrayJoin(sampled) AS one)
  )`;

/** SQL: the rows of the calls and readings that a `sample` of the same query names; of a reading that was inserted twice once. */
export const rowsOfSample = (table: keyof typeof manyRows) => `
  SELECT * FROM ${table}
  PREWHERE call_id IN (SELECT call_id FROM sample)
  WHERE tenant = {tenant:String} AND (call_id, version) IN (SELECT call_id, version FROM sample)
  LIMIT 1 BY call_id, ${manyRows[table]}`;

/**
 * SQL: the rows that the newest reading of each call in scope made. A row of an older reading
 * is a turn that a later event removed; the session counts too, because the newest reading may have made no row here. A
 * reading that was inserted twice has the same rows twice. Calls come first (PREWHERE), so that only where one of them lies
 * the other columns are read.
 */
export const newestRows = (table: keyof typeof manyRows) => `
  SELECT * FROM ${table}
  PREWHERE tenant = {tenant:String} AND ${inScope}
  WHERE (call_id, version) IN (
    SELECT call_id, max(version)
    FROM (
      SELECT call_id, version FROM ${table} WHERE tenant = {tenant:String} AND ${inScope}
      UNION ALL
      SELECT call_id, version FROM sessions_v1 WHERE tenant = {tenant:String} AND ${inScope}
    )
    GROUP BY call_id
  )
  LIMIT 1 BY call_id, ${manyRows[table]}`;
