import type { StoredResult } from '../analysis/stored/analyse.ts';
import type { MappedRow } from '../store/mapped.ts';
import type { Place } from './read.ts';

/** @param read number of things that were read: the replacing version */
export function analysisRows({ tenant, call }: Place, read: number, results: readonly StoredResult[]): MappedRow[] {
  return results.map(({ analyser, version, engine, confidence, result }) => ({
    table: 'analysisResults',
    row: {
      tenant,
      call_id: call,
      analyser,
      analyser_version: version,
      engine,
      version: read,
      confidence,
      result,
    },
  }));
}
