import { z } from 'zod';
import type { BucketPlan } from './buckets.ts';

/** One entry a tenant, for good; a tenant without one has the default. */
export const analysisBucket = {
  name: 'analysis',
  why: 'which engine and version of the analysis of calls is current, by tenant',
} as const satisfies BucketPlan;

export const analysisEngines = ['rules', 'llm'] as const;

/** What is shown of a tenant's calls where there is more than one result (docs/analysis.md). */
export const currentAnalysis = z.strictObject({
  engine: z.enum(analysisEngines).optional(),
  /** By analyser; of one that is not named the newest. */
  versions: z.record(z.string(), z.int().min(1)).default({}),
});
export type CurrentAnalysis = z.output<typeof currentAnalysis>;

type ResultRow = { analyser: string; analyser_version: number; engine: string };

/**
 * Of each analyser the result that counts: of the engine and the version that the tenant has set; where the call has none
 * of those, or nothing is set, the model's before the rules', and the newest version of it.
 */
export function currentOf<Row extends ResultRow>(rows: readonly Row[], current: CurrentAnalysis | undefined): Row[] {
  const best = new Map<string, Row>();
  for (const row of rows) {
    const other = best.get(row.analyser);
    if (!other || isBefore(row, other, current)) best.set(row.analyser, row);
  }
  return [...best.values()];
}

function isBefore(a: ResultRow, b: ResultRow, current: CurrentAnalysis | undefined): boolean {
  const [first, second] = [rankOf(a, current), rankOf(b, current)];
  const at = first.findIndex((rank, index) => rank !== second[index]);
  return (first[at] ?? 0) > (second[at] ?? 0);
}

function rankOf(
  { analyser, analyser_version: version, engine }: ResultRow,
  current: CurrentAnalysis | undefined,
): number[] {
  return [
    Number(engine === current?.engine),
    Number(version === current?.versions[analyser]),
    Number(engine === 'llm'),
    version,
  ];
}
