/** Figures of a set of values; null without a value. */
export type Distribution = {
  /** Values counted. */
  n: number;
  /** Left out for a reason that is told of the turn. */
  excluded: number;
  /** Counted turns in which this value is not known. */
  missing: number;
  average: number | null;
  p50: number | null;
  p95: number | null;
  p99: number | null;
  max: number | null;
};

export function distributionOf(values: readonly (number | null)[], excluded = 0): Distribution {
  const known = values.flatMap((value) => value ?? []).toSorted((a, b) => a - b);
  return {
    n: known.length,
    excluded,
    missing: values.length - known.length,
    average: known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length,
    p50: quantileOf(known, 0.5),
    p95: quantileOf(known, 0.95),
    p99: quantileOf(known, 0.99),
    max: known.at(-1) ?? null,
  };
}

/** Between neighbours interpolated, as spreadsheets and our queries do. `sorted` rises. */
function quantileOf(sorted: readonly number[], level: number): number | null {
  const place = level * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (low === undefined || high === undefined) return null;
  return low + (high - low) * (place - Math.floor(place));
}

export function medianOf(values: readonly number[]): number | null {
  return quantileOf(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}
