import type { PartRow } from '../../clickhouse/part-columns.ts';
import type { slowestTurns } from '../../clickhouse/queries/slowest-turns.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { groupBy } from '../../lib/group.ts';
import type { CallSummary, SlowTurn } from '../types.ts';
import { askedKey } from './asked.ts';
import { causeOf, type Usual } from './cause.ts';
import { iso } from './times.ts';
import { turnKey } from './turn-keys.ts';
import { partsOf } from './turns.ts';

export function slowTurnsOf(
  rows: readonly RowOfQuery<typeof slowestTurns>[],
  known: {
    parts: readonly PartRow[];
    usual: Usual;
    /** By call. */
    who: ReadonlyMap<string, CallSummary['who']>;
    /** By `askedKey`; empty for those who may not read words. */
    asked: ReadonlyMap<string, string>;
  },
): SlowTurn[] {
  const partsOfTurn = groupBy(known.parts, turnKey);
  return rows.map((row) => {
    const parts = partsOf(partsOfTurn.get(turnKey(row)) ?? []);
    return {
      callId: row.call_id,
      who: known.who.get(row.call_id) ?? { personKey: '', name: null, company: null },
      asked: known.asked.get(askedKey(row)) ?? null,
      agent: row.agent_name,
      agentVersion: row.agent_version,
      turn: row.turn,
      startedAt: iso(row.started_at),
      heardMs: row.heard_ms,
      toolCalls: row.tool_calls,
      modelCalls: row.model_calls,
      parts,
      cause: causeOf(row.agent_name, parts, known.usual),
    };
  });
}
