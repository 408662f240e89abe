import { callsNow } from '../../clickhouse/queries/calls-now.ts';
import { lastWords } from '../../clickhouse/queries/last-words.ts';
import { liveStates } from '../../clickhouse/queries/live-states.ts';
import { signalsNow } from '../../clickhouse/queries/signals-now.ts';
import { iso } from '../read/times.ts';
import { Board, STAYS_MS } from './board.ts';
import { readConcluded, type Source } from './concluded.ts';
import { messageOf } from './facts.ts';

const STATES = ['agent.state', 'caller.state'];

/** The board as it stands, out of the store. @param now epoch ms by the store's clock */
export async function loadBoard(source: Source, now: number): Promise<Board> {
  const { store, tenant } = source;
  const board = new Board();
  const sessions = await store.run(callsNow, { tenant, endedSinceMs: now - STAYS_MS });
  const callIds = sessions.map((row) => row.call_id);
  if (callIds.length === 0) return board;
  const [calls, states, words, signals] = await Promise.all([
    readConcluded(
      source,
      sessions.map((row) => ({ callId: row.call_id, version: row.version, storedAt: now })),
      board,
    ),
    store.run(liveStates, { tenant, callIds, types: STATES }),
    store.run(lastWords, { tenant, callIds }),
    store.run(signalsNow, { tenant, callIds }),
  ]);
  for (const row of states) {
    const message = messageOf({ ...row, inserted_at: now });
    if (message) board.fact(message);
  }
  const at = iso(now);
  for (const { call_id: callId, role, text } of words)
    board.fact({ name: 'words', storedAt: now, data: { callId, role, text, final: true, at } });
  for (const { call_id: callId, name, value, at: recordedAt } of signals) {
    const data = { callId, name, value: JSON.parse(value), quote: null, at: iso(recordedAt) };
    board.fact({ name: 'signal', storedAt: now, data });
  }
  for (const call of calls) board.conclude(call);
  return board;
}
