import { medianOf } from './distribution.ts';

export type Anomaly = {
  metric: string;
  unit: string;
  value: number;
  /** Values of the last seven days that it is compared with. */
  n: number;
  median: number | null;
  /** Median distance from the median. */
  mad: number | null;
  /** How unusual: distances from the median, as of a normal distribution; null with too little history. */
  z: number | null;
  anomalous: boolean;
  direction: 'higher' | 'lower' | null;
};

/** Fewer values tell nothing of what is usual. */
export const LEAST_HISTORY = 5;
/** Iglewicz and Hoaglin: beyond this a value is an outlier. */
export const ANOMALOUS_FROM = 3.5;
/** Makes the median distance comparable to a standard deviation. */
const TO_DEVIATION = 1.4826;
/** A history that hardly varies counts as varying by so much of its median. */
const LEAST_SPREAD = 0.05;

/**
 * A value against the last seven days of the same agent (docs/analysis-scores.md).
 *
 * @param history one value a day or a call, this call not among them.
 */
export function anomalyOf(measure: Pick<Anomaly, 'metric' | 'unit' | 'value'>, history: readonly number[]): Anomaly {
  const { value } = measure;
  const median = medianOf(history);
  const mad = median === null ? null : medianOf(history.map((one) => Math.abs(one - median)));
  const z = history.length < LEAST_HISTORY || median === null || mad === null ? null : robustZ(value, median, mad);
  const isAnomalous = z !== null && Math.abs(z) > ANOMALOUS_FROM;
  return {
    ...measure,
    n: history.length,
    median,
    mad,
    z,
    anomalous: isAnomalous,
    direction: isAnomalous ? (z > 0 ? 'higher' : 'lower') : null,
  };
}

/** Null where history is 0 throughout, so that no distance can be measured. */
function robustZ(value: number, median: number, mad: number): number | null {
  const spread = Math.max(TO_DEVIATION * mad, LEAST_SPREAD * Math.abs(median));
  if (spread === 0) return value === median ? 0 : null;
  return (value - median) / spread;
}
