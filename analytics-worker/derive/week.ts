import type { Store } from '../../clickhouse/client.ts';
import { measuresOfAgent } from '../../clickhouse/queries/measures-of-agent.ts';
import { partsOfAgent } from '../../clickhouse/queries/parts-of-agent.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import type { AgentWeek } from '../analysis/performance/week.ts';
import { partNames, type SessionConclusion } from '../conclusions/types.ts';

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
/** Agents and hours that are kept. */
const KEPT = 200;
/** Turns of a kind from which it is known what is usual. */
const ENOUGH_TURNS = 3;

/** Whose week, and of which call. */
export type WeekOf = Pick<SessionConclusion, 'agentName' | 'startedAt'> & { tenant: string };
/** Undefined while nobody knows which agent took the call. */
export type ReadWeek = (of: WeekOf) => Promise<AgentWeek | undefined>;

/**
 * What an agent's calls were like in the seven days before the hour in which a call began: the same for all calls of that
 * hour, also when one is analysed again, and asked for once.
 */
export function createReadWeek(store: Store): ReadWeek {
  const asked = new Map<string, Promise<AgentWeek>>();
  return async ({ tenant, agentName, startedAt }) => {
    if (agentName === '') return undefined;
    const toMs = Math.floor(startedAt / HOUR_MS) * HOUR_MS;
    const key = JSON.stringify([tenant, agentName, toMs]);
    const known = asked.get(key);
    if (known) return known;
    const answer = read(store, { tenant, agent: agentName, fromMs: Math.max(0, toMs - WEEK_MS), toMs });
    answer.catch(() => asked.delete(key));
    asked.set(key, answer);
    const [oldest] = asked.keys();
    if (asked.size > KEPT && oldest !== undefined) asked.delete(oldest);
    return answer;
  };
}

async function read(
  store: Store,
  scope: { tenant: string; agent: string; fromMs: number; toMs: number },
): Promise<AgentWeek> {
  const [calls, parts] = await Promise.all([
    store.run(measuresOfAgent, scope),
    store.run(partsOfAgent, { ...scope, parts: [...partNames] }),
  ]);
  return {
    calls,
    usual: { withTool: usualOf(parts, true), plain: usualOf(parts, false) },
  };
}

function usualOf(rows: readonly RowOfQuery<typeof partsOfAgent>[], hasTool: boolean) {
  const known = rows.filter((row) => row.has_tool === hasTool && row.n >= ENOUGH_TURNS);
  if (known.length === 0) return undefined;
  return Object.fromEntries(known.map((row) => [row.part, row.median_ms]));
}
