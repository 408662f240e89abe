/** Small statistics for benchmarks: quantiles, ratios, bootstrap intervals. */

export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** A small generator with a seed, so that an interval is the same for the same numbers. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const RESAMPLES = 4_000;

/** The 95 % interval of a statistic of paired values, by bootstrap over the pairs. */
export function interval95<Pair>(
  pairs: readonly Pair[],
  statistic: (pairs: readonly Pair[]) => number,
): { low: number; high: number } {
  const next = random(42);
  const drawn = Array.from({ length: RESAMPLES }, () =>
    statistic(Array.from({ length: pairs.length }, () => pairs[Math.floor(next() * pairs.length)] as Pair)),
  );
  return { low: quantile(drawn, 0.025), high: quantile(drawn, 0.975) };
}

export const round = (value: number, digits = 1): string => value.toFixed(digits);
