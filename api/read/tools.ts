import type { toolsOfCall } from '../../clickhouse/queries/tools-of-call.ts';
import type { turnsOfCalls } from '../../clickhouse/queries/turns-of-calls.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import type { ToolCall } from '../types.ts';
import { onceEach } from './road.ts';
import { iso } from './times.ts';

/** A tool is of the turn whose answer ran it; of the turn in which it started, where a road does not say. */
export function toolCallsOf(
  tools: readonly RowOfQuery<typeof toolsOfCall>[],
  turns: readonly RowOfQuery<typeof turnsOfCalls>[],
): ToolCall[] {
  const turnOfSpeech = new Map(
    turns.flatMap(({ turn, speech_ids: ids }) => ids.map((id): [string, number] => [id, turn])),
  );
  return onceEach(tools, (tool) => tool.tool_call_id).map((tool) => ({
    name: tool.name,
    at: iso(tool.at),
    durationMs: tool.duration_ms,
    isError: tool.is_error,
    arguments: tool.args,
    output: tool.output,
    turn: turnOfSpeech.get(tool.speech_id) ?? turns.findLast((turn) => turn.started_at <= tool.at)?.turn ?? null,
  }));
}
