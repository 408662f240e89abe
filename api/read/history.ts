import type { scoresOfCalls } from '../../clickhouse/queries/scores-of-calls.ts';
import type { signalsOfCalls } from '../../clickhouse/queries/signals-of-calls.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { groupBy } from '../../lib/group.ts';
import type { CallSummary, LeadHistory } from '../types.ts';
import { scoreOf } from './score.ts';
import { changesBetween } from './signals.ts';

/** Calls of a person, newest first, each with what it told otherwise than all before it. */
export function historyOf(rows: {
  calls: readonly CallSummary[];
  scores: readonly RowOfQuery<typeof scoresOfCalls>[];
  signals: readonly RowOfQuery<typeof signalsOfCalls>[];
  withQuotes: boolean;
}): LeadHistory['calls'] {
  const scored = new Map(rows.scores.map((row) => [row.call_id, scoreOf(row, rows.withQuotes)]));
  const signalsOf = groupBy(rows.signals, (row) => row.call_id);
  return rows.calls.map((call, index) => {
    const earlier = rows.calls.slice(index + 1).toReversed();
    const known = earlier.flatMap(({ callId }) => signalsOf.get(callId) ?? []);
    const told = signalsOf.get(call.callId) ?? [];
    const changes = earlier.length === 0 ? [] : changesBetween(known, told);
    return { call, score: scored.get(call.callId) ?? null, changes };
  });
}

/** Calls whose words are shown. */
export function callsOfHistory(history: LeadHistory['calls']): string[] {
  return history.flatMap(({ call, score }) => {
    return score?.breakdown.some(({ quote }) => quote !== null) ? [call.callId] : [];
  });
}
