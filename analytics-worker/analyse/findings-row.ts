import { FINDINGS, type ModelFindings } from '../analysis/stored/model-findings.ts';
import type { Place } from '../derive/read.ts';
import type { MappedRow } from '../store/mapped.ts';

/**
 * @param version of the prompt
 * @param read events of the call. Twice that is the replacing version, and one more once the model is not waited for: of two
 * workers that read the same the one that got an answer wins.
 */
export function findingsRow(
  { tenant, call }: Place,
  stored: ModelFindings,
  { version, read }: { version: number; read: number },
): MappedRow {
  return {
    table: 'analysisResults',
    row: {
      tenant,
      call_id: call,
      analyser: FINDINGS,
      analyser_version: version,
      engine: 'llm',
      version: 2 * read + (stored.state === 'waiting' ? 0 : 1),
      confidence: stored.findings?.sentiment.confidence ?? 'low',
      result: JSON.stringify(stored),
    },
  };
}
