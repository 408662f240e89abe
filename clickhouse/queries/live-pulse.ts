import { z } from 'zod';
import { defineQuery } from '../query.ts';

/**
 * How is it just now? Of the turns heard since a time, by the newest reading of each call, the 95th percentile, of the one
 * basis that most of them have; errors since then that were not recovered from; people whose latest call of the last day is
 * hot, those on the line too (as `leads-page` ranks them). One row, with the store's clock.
 */
export const livePulse = defineQuery({
  name: 'live-pulse',
  sql: `
    WITH
      fromUnixTimestamp64Milli({sinceMs:Int64}, 'UTC') AS since,
      fromUnixTimestamp64Milli({dayMs:Int64}, 'UTC') AS day,
      recent AS (
        SELECT heard_ms, heard_basis
        FROM (
          SELECT version, heard_at, heard_ms, heard_basis, excluded, max(version) OVER (PARTITION BY call_id) AS newest
          FROM turns_v1
          WHERE tenant = {tenant:String} AND inserted_at >= since
          ORDER BY version DESC
          LIMIT 1 BY call_id, turn
        )
        WHERE version = newest AND heard_at >= since AND excluded = '' AND heard_ms IS NOT NULL
      ),
      heard AS (
        SELECT heard_basis, count() AS n, quantileExactInclusive(0.95)(heard_ms) AS p95
        FROM recent
        GROUP BY heard_basis
        ORDER BY n DESC, heard_basis
        LIMIT 1
      )
    SELECT
      (SELECT p95 FROM heard) AS heard_p95_ms,
      ifNull((SELECT n FROM heard), 0) AS heard_n,
      (
        SELECT uniqExact(event_id) FROM errors_v1
        WHERE tenant = {tenant:String} AND at >= since AND kind = 'error' AND NOT recoverable
      ) AS errors,
      (
        SELECT countIf(is_hot)
        FROM (
          SELECT argMax(hot, (started_at, call_id)) AS is_hot
          FROM sessions_v1 FINAL
          WHERE tenant = {tenant:String} AND started_at >= day
          GROUP BY person_key
        )
      ) AS hot_today,
      toUnixTimestamp64Milli(now64(3)) AS now`,
  params: z.object({ tenant: z.string().min(1), sinceMs: z.int().default(0), dayMs: z.int().default(0) }),
  row: z.object({
    heard_p95_ms: z.number().nullable(),
    heard_n: z.number(),
    errors: z.number(),
    hot_today: z.number(),
    now: z.number(),
  }),
});
