/** Speech of either side, ms on one clock. */
export type Speech = { fromMs: number; toMs: number };

/** Shorter silences belong to talking. */
export const DEAD_AIR_FROM_MS = 2_000;

/** Time in which nobody spoke, ms: silences of 2 s and more between `fromMs` and `toMs`, each counted whole. */
export function deadAirOf(speech: readonly Speech[], fromMs: number, toMs: number): number {
  let dead = 0;
  let spokenTo = fromMs;
  const silenceUntil = (ms: number) => {
    if (ms - spokenTo >= DEAD_AIR_FROM_MS) dead += ms - spokenTo;
  };
  for (const span of speech.toSorted((a, b) => a.fromMs - b.fromMs)) {
    silenceUntil(Math.min(span.fromMs, toMs));
    spokenTo = Math.max(spokenTo, Math.min(span.toMs, toMs));
  }
  silenceUntil(toMs);
  return dead;
}
