/** What is shown of a tenant's calls where there is more than one result: an engine, and versions by analyser. */
export type CurrentAnalysis = { engine?: 'rules' | 'llm' | undefined; versions: Readonly<Record<string, number>> };

type ResultRow = { analyser: string; analyser_version: number; engine: string };

/**
 * Of each analyser the result that counts: of the engine and the version that is set; where the call has none of those, or
 * nothing is set, the model's before the rules', and the newest version of it.
 */
export function currentOf<Row extends ResultRow>(rows: readonly Row[], set?: CurrentAnalysis): Row[] {
  const best = new Map<string, Row>();
  for (const row of rows) {
    const other = best.get(row.analyser);
    if (!other || compare(row, other, set) > 0) best.set(row.analyser, row);
  }
  return [...best.values()];
}

/** Above 0 where the first counts more. */
function compare(a: ResultRow, b: ResultRow, set: CurrentAnalysis | undefined): number {
  const ranks = rankOf(b, set);
  const differences = rankOf(a, set).map((rank, index) => rank - (ranks[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}

function rankOf({ analyser, analyser_version: version, engine }: ResultRow, set: CurrentAnalysis | undefined) {
  const isSet = [engine === set?.engine, version === set?.versions[analyser], engine === 'llm'];
  return [...isSet.map(Number), version];
}
