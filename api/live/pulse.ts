import { livePulse } from '../../clickhouse/queries/live-pulse.ts';
import type { ReadLag } from '../pipeline/lag.ts';
import { iso } from '../read/times.ts';
import type { LiveEvent } from '../schemas/live.ts';
import type { Source } from './concluded.ts';

/** What the strip calls "now", ms. */
const RECENT_MS = 5 * 60_000;
/** What it calls "today", as `/v1/leads/summary` does, ms. */
const DAY_MS = 86_400_000;

/** The strip but for the calls, which the board knows. */
export type Strip = Omit<LiveEvent<'pulse'>, 'callsNow'>;

/** @returns also what time it is by the store's clock, epoch ms. */
export async function readStrip(
  { store, tenant }: Source,
  readLag: ReadLag,
): Promise<{ strip: Strip; now: number } | undefined> {
  const now = Date.now();
  const scope = { tenant, sinceMs: now - RECENT_MS, dayMs: now - DAY_MS };
  const [[row], lag] = await Promise.all([store.run(livePulse, scope), readLag()]);
  if (!row) return undefined;
  const strip = {
    at: iso(row.now),
    heardP95Ms: row.heard_p95_ms,
    heardN: row.heard_n,
    errors: row.errors,
    hotToday: row.hot_today,
    lagMs: lag.oldestMs,
  };
  return { strip, now: row.now };
}
