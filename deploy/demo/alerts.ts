import type { Store } from '../../clickhouse/client.ts';
import { alertsOfCalls } from '../../clickhouse/queries/alerts-of-calls.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { repeat } from '../../lib/repeat.ts';
import type { Call } from './callers.ts';
import { words } from './format.ts';
import { TENANT } from './settle.ts';

export type AlertRow = RowOfQuery<typeof alertsOfCalls>;

const POLL_MS = 1_000;

/** Says of each alert and correction, once, how far it got; `stop` looks a last time. */
export function watchAlerts(
  store: Store,
  calls: readonly Call[],
  say: (text: string) => void,
): { stop(): Promise<void> } {
  const said = new Set<string>();
  const look = async () => {
    for (const row of await store.run(alertsOfCalls, { tenant: TENANT, callIds: calls.map(({ id }) => id) })) {
      const step = `${row.alert_id} ${row.state}`;
      if (row.state === null || said.has(step)) continue;
      said.add(step);
      const call = calls.find(({ id }) => id === row.call_id);
      say(alertLine(row, call?.name ?? call?.scenario ?? row.call_id));
    }
  };
  // The store may be away for a moment; the next look finds what this one missed.
  const missed = () => {};
  const watching = repeat(POLL_MS, look, missed);
  return {
    stop: async () => {
      await watching.stop();
      await look().catch(missed);
    },
  };
}

/** `↳ hot lead: Dana Whitfield, 100 — told to the sales team in Slack`. */
export function alertLine(row: AlertRow, name: string): string {
  return `↳ ${whatOf(row)}: ${name}, ${row.score ?? 'score not known'} — ${outcomeOf(row)}`;
}

/** `hot lead`; of what takes it back in part, `correction of hot lead`. */
export function whatOf({ kind, rule }: Pick<AlertRow, 'kind' | 'rule'>): string {
  return kind === 'alert' ? words(rule) : `correction of ${words(rule)}`;
}

function outcomeOf({ kind, state, destination, error }: AlertRow): string {
  if (state === 'retrying') return `Slack could not be reached, it is tried again (${error})`;
  if (state === 'failed') return `the sales team could not be told: ${error}`;
  if (destination !== 'printed') return 'told to the sales team in Slack';
  return `told to the sales team ${kind === 'alert' ? '(printed: no Slack is set; SLACK_WEBHOOK_URL)' : '(printed)'}`;
}
