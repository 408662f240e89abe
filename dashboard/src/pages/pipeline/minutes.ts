import type { Pipeline } from '../../../../api/types.ts';

type Rate = Pipeline['rates'][number];

export const MINUTE_MS = 60_000;
const MINUTES = 60;

/** The last hour minute by minute: one of which nothing is told stored nothing. */
export function lastHour(rates: readonly Rate[], nowMs: number): Rate[] {
  const told = new Map(rates.map((rate) => [minuteOf(Date.parse(rate.at)), rate]));
  const last = minuteOf(Math.max(nowMs, ...told.keys()));
  return Array.from({ length: MINUTES }, (_, k) => {
    const at = last - (MINUTES - 1 - k) * MINUTE_MS;
    const { stored = 0, reads = 0 } = told.get(at) ?? {};
    return { at: new Date(at).toISOString(), stored, reads };
  });
}

const minuteOf = (at: number) => Math.floor(at / MINUTE_MS) * MINUTE_MS;
