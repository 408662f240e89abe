const LATE_AFTER_MS = 5 * 60_000;

/** Whether what is said at `nowMs` (epoch ms) comes late: its cause is older than five minutes. */
export function isLate(cause: { atMs: number }, nowMs: number): boolean {
  return nowMs - cause.atMs > LATE_AFTER_MS;
}
