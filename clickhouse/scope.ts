import { z } from 'zod';

/** Which calls a question is about: those listed, those started since a time, or all of the tenant. */
export const callScope = z
  .object({
    tenant: z.string().min(1),
    /** Only these calls; an empty list is none. */
    callIds: z.array(z.string()).optional(),
    /** Only calls that started then or later, epoch ms. */
    sinceMs: z.int().optional(),
  })
  .transform(({ tenant, callIds, sinceMs = 0 }) => ({
    tenant,
    sinceMs,
    anyCall: callIds === undefined,
    callIds: callIds ?? [],
  }));

/** One call of a tenant. */
export const oneCall = z.object({ tenant: z.string().min(1), callId: z.string().min(1) });

/** SQL: the sessions that `callScope` names. */
export const sessionsInScope = `
  SELECT * FROM sessions_v1 FINAL
  WHERE tenant = {tenant:String}
    AND if({anyCall:Bool}, listed, call_id IN {callIds:Array(String)})
    AND started_at >= fromUnixTimestamp64Milli({sinceMs:Int64}, 'UTC')`;

export const callIdsInScope = `SELECT call_id FROM (${sessionsInScope})`;

/** Conclusions of several rows a call, and what tells the rows of one reading apart. */
const manyRows = {
  turns_v1: 'turn',
  turn_parts_v1: 'turn, position',
  usage_v1: 'kind, provider, model',
  quarantined_v1: 'event_id, field',
} as const;

/**
 * SQL: the rows that the newest reading of each call made. `calls` is SQL that gives their ids. A row of an older reading
 * is a turn that a later event removed; the session counts too, because the newest reading may have made no row here. A
 * reading that was inserted twice has the same rows twice. Calls come first (PREWHERE), so that only where one of them lies
 * the other columns are read.
 */
export const newestRows = (table: keyof typeof manyRows, calls = callIdsInScope) => `
  SELECT * FROM ${table}
  PREWHERE call_id IN (${calls})
  WHERE tenant = {tenant:String} AND (call_id, version) IN (
    SELECT call_id, max(version)
    FROM (
      SELECT call_id, version FROM ${table} WHERE tenant = {tenant:String} AND call_id IN (${calls})
      UNION ALL
      SELECT call_id, version FROM sessions_v1 WHERE tenant = {tenant:String} AND call_id IN (${calls})
    )
    GROUP BY call_id
  )
  LIMIT 1 BY call_id, ${manyRows[table]}`;
