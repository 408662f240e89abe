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
    AND ({anyCall:Bool} OR call_id IN {callIds:Array(String)})
    AND started_at >= fromUnixTimestamp64Milli({sinceMs:Int64}, 'UTC')`;

export const callIdsInScope = `SELECT call_id FROM (${sessionsInScope})`;

/** Conclusions of several rows a call. */
type ManyRows = 'turns_v1' | 'turn_parts_v1';

/**
 * SQL: the rows that the newest reading of each call in scope made. A row of an older reading is a turn that a later
 * event removed; the session counts too, because the newest reading may have made no row here.
 */
export const newestRows = (table: ManyRows) => `
  SELECT * FROM ${table} FINAL
  WHERE tenant = {tenant:String} AND (call_id, version) IN (
    SELECT call_id, max(version)
    FROM (
      SELECT call_id, version FROM ${table} WHERE tenant = {tenant:String}
      UNION ALL
      SELECT call_id, version FROM sessions_v1 WHERE tenant = {tenant:String}
    )
    WHERE call_id IN (${callIdsInScope})
    GROUP BY call_id
  )`;
