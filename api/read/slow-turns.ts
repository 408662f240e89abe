import type { partsOfTurns } from '../../clickhouse/queries/parts-of-turns.ts';
import type { slowestTurns } from '../../clickhouse/queries/slowest-turns.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { groupBy } from '../../lib/group.ts';
import type { SlowTurn } from '../types.ts';
import { causeOf, type Usual } from './cause.ts';
import { iso } from './times.ts';
import { turnKey } from './turn-keys.ts';
import { partsOf } from './turns.ts';

export function slowTurnsOf(
  rows: readonly RowOfQuery<typeof slowestTurns>[],
  partRows: readonly RowOfQuery<typeof partsOfTurns>[],
  usual: Usual,
): SlowTurn[] {
  const partsOfTurn = groupBy(partRows, turnKey);
  return rows.map((row) => {
    const parts = partsOf(partsOfTurn.get(turnKey(row)) ?? []);
    return {
      callId: row.call_id,
      agent: row.agent_name,
      agentVersion: row.agent_version,
      turn: row.turn,
      startedAt: iso(row.started_at),
      heardMs: row.heard_ms,
      toolCalls: row.tool_calls,
      modelCalls: row.model_calls,
      parts,
      cause: causeOf(row.agent_name, parts, usual),
    };
  });
}
