/** What an enrichment source knows of a company; null where it does not. */
export type Company = {
  employees: number | null;
  /** A year, US dollars. */
  revenueUsd: number | null;
};

/** Points from a number on, up to the next. */
const EMPLOYEES = [
  { from: 1, points: 20 },
  { from: 10, points: 40 },
  { from: 50, points: 70 },
  { from: 250, points: 100 },
];
const REVENUE_USD = [
  { from: 0, points: 20 },
  { from: 1_000_000, points: 40 },
  { from: 10_000_000, points: 70 },
  { from: 50_000_000, points: 100 },
];

/** 0-100: the mean of the points for employees and revenue, of those that are known (docs/scoring.md). */
export function firmographicOf(company: Company | null): number | null {
  const points = [pointsOf(company?.employees, EMPLOYEES), pointsOf(company?.revenueUsd, REVENUE_USD)];
  const known = points.flatMap((one) => one ?? []);
  return known.length === 0 ? null : Math.round(known.reduce((sum, one) => sum + one, 0) / known.length);
}

function pointsOf(value: number | null | undefined, bands: typeof EMPLOYEES): number | null {
  if (value === null || value === undefined) return null;
  return bands.findLast(({ from }) => from <= value)?.points ?? 0;
}
