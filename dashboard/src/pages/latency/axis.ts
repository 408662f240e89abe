const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const MOST_TICKS = 8;
const STEPS_MS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7200, 10_080].map((m) => m * MINUTE_MS);

const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hour12: false });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

/** Round times of the viewer's zone between two, epoch ms: at most eight. */
export function timeTicks(fromMs: number, toMs: number): number[] {
  const step = STEPS_MS.find((ms) => (toMs - fromMs) / ms <= MOST_TICKS) ?? 30 * DAY_MS;
  const zoneMs = new Date(fromMs).getTimezoneOffset() * MINUTE_MS;
  const ticks: number[] = [];
  for (let at = Math.ceil((fromMs - zoneMs) / step) * step + zoneMs; at <= toMs; at += step) ticks.push(at);
  return ticks;
}

/** Ticks of a time axis: hours within two days, days above. */
export function timeTick(spanMs: number): (at: number) => string {
  const format = spanMs > 2 * DAY_MS ? day : time;
  return (at) => format.format(at);
}

/** Ticks of the axis of durations: round values need no decimals. */
export function msTick(ms: number): string {
  if (ms === 0) return '0';
  return ms < 1000 ? `${ms} ms` : `${Number((ms / 1000).toFixed(2))} s`;
}
