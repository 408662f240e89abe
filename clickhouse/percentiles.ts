import { z } from 'zod';

/**
 * SQL: the percentiles of a column of turns, exact, between neighbours interpolated as spreadsheets do; null without a
 * value. Excluded turns count in `excluded` only.
 */
export const percentileColumns = (column: string) => `
  countIf(excluded = '' AND ${column} IS NOT NULL) AS n,
  countIf(excluded != '') AS excluded,
  quantileExactInclusiveIf(0.5)(${column}, excluded = '') AS p50_ms,
  quantileExactInclusiveIf(0.95)(${column}, excluded = '') AS p95_ms,
  quantileExactInclusiveIf(0.99)(${column}, excluded = '') AS p99_ms,
  maxIf(${column}, excluded = '') AS max_ms`;

export const percentileRow = z.object({
  n: z.number(),
  excluded: z.number(),
  p50_ms: z.number().nullable(),
  p95_ms: z.number().nullable(),
  p99_ms: z.number().nullable(),
  max_ms: z.number().nullable(),
});
export type PercentileRow = z.output<typeof percentileRow>;
