import type { PartRow } from '../../clickhouse/part-columns.ts';
import type { turnsOfCalls } from '../../clickhouse/queries/turns-of-calls.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import type { PartName, Turn } from '../types.ts';
import { causeOf, type Usual } from './cause.ts';
import { iso, isoOrNull } from './times.ts';

type TurnRow = RowOfQuery<typeof turnsOfCalls>;

export function partsOf(rows: readonly PartRow[]): Turn['parts'] {
  return rows.map(({ part, name, from_ms: fromMs, to_ms: toMs, duration_ms: durationMs }) => ({
    part: part as PartName,
    name,
    fromMs,
    toMs,
    durationMs,
  }));
}

export function turnOf(row: TurnRow, partRows: readonly PartRow[], agent: string, usual: Usual): Turn {
  const parts = partsOf(partRows);
  return {
    turn: row.turn,
    startedAt: iso(row.started_at),
    anchorAt: isoOrNull(row.anchor_at),
    heardAt: isoOrNull(row.heard_at),
    heardMs: row.heard_ms,
    heardBasis: row.heard_basis,
    heardCallerMs: row.heard_caller_ms,
    totalLatencyMs: row.total_latency_ms,
    reported: {
      eouDelayMs: row.eou_delay_ms,
      transcriptionDelayMs: row.transcription_delay_ms,
      llmTtftMs: row.llm_ttft_ms,
      ttsTtfbMs: row.tts_ttfb_ms,
    },
    toolCalls: row.tool_calls,
    modelCalls: row.model_calls,
    interrupted: row.interrupted,
    cancelled: row.cancelled,
    excluded: row.excluded,
    callerItemIds: row.caller_item_ids,
    agentItemIds: row.agent_item_ids,
    parts,
    cause: causeOf(agent, parts, usual),
  };
}

/** How much later the callers heard answers than the agent knows, over the turns that both measured. */
export function atCallerOf(rows: readonly TurnRow[]): { turns: number; medianDifferenceMs: number | null } {
  const differences = rows
    .flatMap(({ heard_ms: agent, heard_caller_ms: caller }) =>
      agent === null || caller === null ? [] : caller - agent,
    )
    .toSorted((a, b) => a - b);
  const [low, high] = [differences[(differences.length - 1) >> 1], differences[differences.length >> 1]];
  return {
    turns: differences.length,
    medianDifferenceMs: low === undefined || high === undefined ? null : (low + high) / 2,
  };
}
