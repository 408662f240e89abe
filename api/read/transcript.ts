import type { transcriptOfCall } from '../../clickhouse/queries/transcript-of-call.ts';
import type { turnsOfCalls } from '../../clickhouse/queries/turns-of-calls.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import type { TranscriptItem } from '../types.ts';
import { onceEach } from './road.ts';
import { iso, isoOrNull } from './times.ts';

type ItemRow = RowOfQuery<typeof transcriptOfCall>;
type TurnRow = RowOfQuery<typeof turnsOfCalls>;

/** Each item once, with the turn that it belongs to; what was waited for stands at the first item of an answer. */
export function transcriptItemsOf(items: readonly ItemRow[], turns: readonly TurnRow[]): TranscriptItem[] {
  const turnOfItem = turnsByItem(turns);
  const heardAt = new Map(turns.map((turn) => [turn.agent_item_ids[0], turn.heard_ms]));
  return onceEach(items, (item) => item.item_id).map((item) => ({
    itemId: item.item_id,
    role: item.role,
    text: item.text,
    at: iso(item.at),
    startedAt: isoOrNull(item.started_speaking_at),
    stoppedAt: isoOrNull(item.stopped_speaking_at),
    interrupted: item.interrupted,
    cutOff: item.cut_off,
    confidence: item.confidence,
    turn: turnOfItem.get(item.item_id) ?? null,
    heardMs: heardAt.get(item.item_id) ?? null,
  }));
}

export function turnsByItem(turns: readonly TurnRow[]): Map<string, number> {
  return new Map(
    turns.flatMap(({ turn, caller_item_ids: caller, agent_item_ids: agent }) =>
      [...caller, ...agent].map((item): [string, number] => [item, turn]),
    ),
  );
}
