/** One clock for a producer: wall time when it started plus monotonic time since, so that no step of the wall clock
 * (NTP, daylight saving) makes a duration negative. Epoch milliseconds with a fraction. */
export type Clock = { now(): number };

export function createClock(): Clock {
  const wallAtStart = Date.now();
  const monotonicAtStart = performance.now();
  return { now: () => wallAtStart + (performance.now() - monotonicAtStart) };
}
