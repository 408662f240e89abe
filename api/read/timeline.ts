import type { CallRow } from '../../clickhouse/call-columns.ts';
import type { alertsOfCalls } from '../../clickhouse/queries/alerts-of-calls.ts';
import type { errorsOfCall } from '../../clickhouse/queries/errors-of-call.ts';
import type { roomFactsOfCall } from '../../clickhouse/queries/room-facts-of-call.ts';
import type { signalsOfCalls } from '../../clickhouse/queries/signals-of-calls.ts';
import type { statesOfCall } from '../../clickhouse/queries/states-of-call.ts';
import type { toolsOfCall } from '../../clickhouse/queries/tools-of-call.ts';
import type { transcriptOfCall } from '../../clickhouse/queries/transcript-of-call.ts';
import type { turnsOfCalls } from '../../clickhouse/queries/turns-of-calls.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import type { Timeline } from '../types.ts';
import { onceEach } from './road.ts';
import { turnsByItem } from './transcript.ts';

type ItemRow = RowOfQuery<typeof transcriptOfCall>;

export type TimelineRows = {
  call: CallRow;
  items: readonly ItemRow[];
  states: readonly RowOfQuery<typeof statesOfCall>[];
  turns: readonly RowOfQuery<typeof turnsOfCalls>[];
  tools: readonly RowOfQuery<typeof toolsOfCall>[];
  errors: readonly RowOfQuery<typeof errorsOfCall>[];
  signals: readonly RowOfQuery<typeof signalsOfCalls>[];
  alerts: readonly RowOfQuery<typeof alertsOfCalls>[];
  room: readonly RowOfQuery<typeof roomFactsOfCall>[];
};

type Lane = 'caller' | 'agent';
/** Epoch ms. */
type Span = { from: number; to: number };
type Spoken = Span & { item: ItemRow };

export function timelineOf(rows: TimelineRows): Timeline {
  const start = rows.call.started_at;
  const turnOfItem = turnsByItem(rows.turns);
  const said = (['caller', 'agent'] as const).flatMap((lane) => {
    const spoken = spokenItems(rows.items, lane);
    return spansOf(rows, lane, spoken).map(({ from, to }) => {
      const item = itemWithin(spoken, { from, to });
      const turn = item === undefined ? null : (turnOfItem.get(item.item_id) ?? null);
      const interrupted = item?.interrupted ?? false;
      return { lane, fromMs: Math.max(0, from - start), toMs: Math.max(0, to - start), interrupted, turn };
    });
  });
  const spans = rows.turns.reduce((all, turn) => withWait(all, turn, start), said);
  const marks = marksOf(rows)
    .map(({ at, ...mark }) => ({ ...mark, atMs: Math.max(0, at - start) }))
    .toSorted((a, b) => a.atMs - b.atMs);
  const reached = [...spans.map(({ toMs }) => toMs), ...marks.map(({ atMs }) => atMs)];
  const durationMs = rows.call.duration_ms ?? reached.reduce((most, ms) => Math.max(most, ms), 0);
  return { durationMs, spans: spans.toSorted((a, b) => a.fromMs - b.fromMs), marks };
}

type SpanOfTurn = Timeline['spans'][number];

/**
 * The wait of a turn is drawn as it was measured: from the caller's last sound to the first frame heard. The states, which
 * the rest is drawn by, follow both a little later.
 */
function withWait(spans: readonly SpanOfTurn[], turn: TimelineRows['turns'][number], start: number): SpanOfTurn[] {
  const { anchor_at: anchor, heard_ms: heardMs } = turn;
  if (anchor === null || heardMs === null) return [...spans];
  const stopMs = anchor - start;
  const heardAtMs = stopMs + heardMs;
  const own = spans.filter((span) => span.turn === turn.turn).toSorted((a, b) => a.fromMs - b.fromMs);
  const asked = own.findLast(({ lane, fromMs }) => lane === 'caller' && fromMs < stopMs);
  const answer = own.find(({ lane, toMs }) => lane === 'agent' && toMs > heardAtMs);
  return spans.map((span) => {
    if (span === asked) return { ...span, toMs: stopMs };
    return span === answer ? { ...span, fromMs: heardAtMs } : span;
  });
}

/** By the changes of state; where a road tells none, by the items' own times. What is still being said has no end yet. */
function spansOf({ states, call }: TimelineRows, lane: Lane, spoken: readonly Spoken[]): Span[] {
  if (states.length === 0) return spoken.map(({ from, to }) => ({ from, to }));
  const end = call.ended_at ?? Math.max(...states.map(({ at }) => at));
  const own = states.filter(({ who }) => who === lane);
  return own.flatMap(({ state, at }, index) =>
    state === 'speaking' ? [{ from: at, to: Math.max(at, own[index + 1]?.at ?? end) }] : [],
  );
}

function spokenItems(items: readonly ItemRow[], lane: Lane): Spoken[] {
  const role = lane === 'caller' ? 'user' : 'assistant';
  return onceEach(items, (item) => item.item_id).flatMap((item) => {
    const { started_speaking_at: from, stopped_speaking_at: to } = item;
    return item.role === role && from !== null && to !== null && to >= from ? [{ from, to, item }] : [];
  });
}

/** The item that was spoken for most of this time. */
function itemWithin(spoken: readonly Spoken[], { from, to }: Span): ItemRow | undefined {
  const overlapping = spoken
    .map((one) => ({ item: one.item, ms: Math.min(one.to, to) - Math.max(one.from, from) }))
    .filter(({ ms }) => ms > 0);
  return overlapping.toSorted((a, b) => b.ms - a.ms)[0]?.item;
}

type Mark = Omit<Timeline['marks'][number], 'atMs'> & { at: number };

function marksOf({ tools, errors, signals, alerts, room }: TimelineRows): Mark[] {
  return [
    ...onceEach(tools, (tool) => tool.tool_call_id).map(({ name, at }) => ({ kind: 'tool' as const, label: name, at })),
    ...errors.flatMap(({ kind, source, at }) => (kind === 'degraded' ? [] : [{ kind, label: source, at }])),
    ...signals.map(({ name, at }) => ({ kind: 'signal' as const, label: name, at })),
    ...alerts.map(({ rule, kind, raised_at: at }) => ({
      kind: 'alert' as const,
      label: kind === 'alert' ? rule : `${rule}, corrected`,
      at,
    })),
    ...room.map((row) => ({ kind: 'room' as const, label: roomLabel(row), at: row.at })),
  ];
}

function roomLabel({ type, role, reason }: RowOfQuery<typeof roomFactsOfCall>): string {
  switch (type) {
    case 'room.started':
      return 'room opened';
    case 'room.finished':
      return 'room closed';
    case 'agent.awaited':
      return 'no agent came';
    case 'participant.joined':
      return `${role} joined`;
    case 'participant.left':
      return `${role} left, ${reason}`;
  }
}
