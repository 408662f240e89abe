/** Whole epoch ms that never jump: the wall clock at the start, and what passed since. */
export function createClock(): () => number {
  const startedAt = Date.now() - performance.now();
  return () => Math.round(startedAt + performance.now());
}
