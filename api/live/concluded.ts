import { z } from 'zod';
import type { Store } from '../../clickhouse/client.ts';
import { callsOfIds } from '../../clickhouse/queries/calls-of-ids.ts';
import { partsOfTurns } from '../../clickhouse/queries/parts-of-turns.ts';
import { scoresOfCalls } from '../../clickhouse/queries/scores-of-calls.ts';
import { turnsHeard } from '../../clickhouse/queries/turns-heard.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { groupBy } from '../../lib/group.ts';
import { causeOf, type Usual } from '../read/cause.ts';
import { summarise } from '../read/summaries.ts';
import { turnKey, turnKeys } from '../read/turn-keys.ts';
import { partsOf } from '../read/turns.ts';
import type { Board, Concluded } from './board.ts';

/** A session as it was stored: which reading of which call, and when. Epoch ms by the store's clock. */
export type StoredSession = { callId: string; version: number; storedAt: number };

/** Where conclusions of a tenant are read from. */
export type Source = { store: Store; tenant: string; usual: () => Promise<Usual> };

type TurnRow = RowOfQuery<typeof turnsHeard>;

/** What these calls were concluded to be. A session is stored after all that belongs to it. */
export async function readConcluded(
  source: Source,
  sessions: readonly StoredSession[],
  board: Board,
): Promise<Concluded[]> {
  if (sessions.length === 0) return [];
  const { store, tenant } = source;
  const scope = { tenant, callIds: sessions.map(({ callId }) => callId) };
  const [calls, rows, scores] = await Promise.all([
    store.run(callsOfIds, scope),
    store.run(turnsHeard, scope),
    store.run(scoresOfCalls, scope),
  ]);
  const agents = new Map(calls.map((call) => [call.call_id, call.agent_name]));
  const ended = new Set(calls.filter(({ status }) => status === 'ended').map((call) => call.call_id));
  // One that nobody has answered yet is not concluded while the call goes on.
  const concluded = rows.filter((row) => row.heard || ended.has(row.call_id));
  const [summaries, turns] = await Promise.all([
    summarise(store, tenant, calls),
    withCauses(source, concluded, board, agents),
  ]);
  const scoringOf = new Map(scores.map((row) => [row.call_id, namesOf(row)]));
  const sessionOf = new Map(sessions.map((session) => [session.callId, session]));
  return summaries.flatMap((summary) => {
    const session = sessionOf.get(summary.callId);
    if (!session) return [];
    const { version, storedAt } = session;
    const scoring = scoringOf.get(summary.callId) ?? new Set<string>();
    return { version, storedAt, summary, turns: turns.get(summary.callId) ?? [], scoring };
  });
}

/** The waterfall is read only of turns that are different from what is known of them. */
async function withCauses(
  { store, tenant, usual }: Source,
  rows: readonly TurnRow[],
  board: Board,
  agents: ReadonlyMap<string, string>,
): Promise<Map<string, Concluded['turns']>> {
  const known = (row: TurnRow) => {
    const turn = board.turn(row.call_id, row.turn);
    return turn?.heardMs === row.heard_ms && turn.excluded === row.excluded ? turn : undefined;
  };
  const fresh = rows.filter((row) => row.heard_ms !== null && !known(row));
  const parts = fresh.length === 0 ? [] : await store.run(partsOfTurns, { tenant, ...turnKeys(fresh) });
  const usually = parts.length === 0 ? () => null : await usual();
  const partsOfTurn = groupBy(parts, turnKey);
  const turns = rows.map((row) => ({ row, parts: partsOfTurn.get(turnKey(row)) ?? [] }));
  return new Map(
    [...groupBy(turns, ({ row }) => row.call_id)].map(([callId, own]) => [
      callId,
      own.map(({ row, parts: waterfall }) => {
        const cause = causeOf(agents.get(callId) ?? '', partsOf(waterfall), usually);
        return known(row) ?? { turn: row.turn, heardMs: row.heard_ms, excluded: row.excluded, cause };
      }),
    ]),
  );
}

const stored = z.looseObject({ breakdown: z.array(z.looseObject({ signal: z.string(), points: z.number() })) });

/** Names of the signals that gave points; none of a result of another form, which must not stop what others are told. */
function namesOf(row: RowOfQuery<typeof scoresOfCalls>): ReadonlySet<string> {
  const { breakdown = [] } = stored.safeParse(JSON.parse(row.result)).data ?? {};
  return new Set(breakdown.filter(({ points }) => points > 0).map(({ signal }) => signal));
}
