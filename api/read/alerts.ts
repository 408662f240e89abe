import type { Store } from '../../clickhouse/client.ts';
import { alertsOfCalls } from '../../clickhouse/queries/alerts-of-calls.ts';
import { deliveries } from '../../clickhouse/queries/deliveries.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { groupBy } from '../../lib/group.ts';
import type { Alert, Lead } from '../types.ts';
import { iso } from './times.ts';

type AlertRow = RowOfQuery<typeof alertsOfCalls>;

/** Says that a caller waits; all other rules are about the lead. */
const NO_AGENT = 'no_agent';
const WAITS = 'A caller waits and no agent came.';

/** An alert or correction; its text may quote what the caller said, its plain text is the score and the next step. */
export type KnownAlert = { id: string; alert: Alert; plainText: string };

/** Alerts and corrections of these calls, oldest first, with every attempt to deliver them. */
export async function readAlerts(store: Store, tenant: string, callIds: readonly string[]): Promise<KnownAlert[]> {
  const scope = { tenant, callIds: [...callIds] };
  const [alerts, attempts] = await Promise.all([store.run(alertsOfCalls, scope), store.run(deliveries, scope)]);
  const attemptsOf = groupBy(attempts, (row) => row.alert_id);
  return alerts.map((row) => {
    const plainText = plainTextOf(row);
    return {
      id: row.alert_id,
      alert: alertOf(row, row.text ?? plainText, attemptsOf.get(row.alert_id) ?? []),
      plainText,
    };
  });
}

/** @param withQuotes whether the reader may read what callers said; else he gets the plain text */
export function forReader(alerts: readonly KnownAlert[], withQuotes: boolean): Alert[] {
  return alerts.map(({ alert, plainText }) => (withQuotes ? alert : { ...alert, text: plainText }));
}

/** Calls whose words may be in the texts. */
export function callsQuoted(alerts: readonly KnownAlert[]): string[] {
  return alerts.flatMap(({ alert, plainText }) => (alert.text === plainText ? [] : [alert.callId]));
}

/** How the alert of a lead stands: of the newest, whether it was sent. Null when none was raised. */
export function alertStateOf(rows: readonly AlertRow[]): Lead['alert'] {
  const newest = rows.findLast(({ kind, rule }) => kind === 'alert' && rule !== NO_AGENT);
  if (!newest) return null;
  const { destination, state, first_requested_at: at } = newest;
  if (state === null || at === null) return { sentAt: null, state: 'retrying' };
  if (state !== 'sent') return { sentAt: null, state };
  return { sentAt: iso(at), state: destination === 'printed' ? 'printed' : 'sent' };
}

function alertOf(row: AlertRow, text: string, attempts: readonly RowOfQuery<typeof deliveries>[]): Alert {
  return {
    callId: row.call_id,
    rule: row.rule,
    kind: row.kind,
    raisedAt: iso(row.raised_at),
    delayMs: row.first_requested_at === null ? null : row.first_requested_at - row.cause_at,
    late: row.late,
    score: row.score,
    text,
    deliveries: attempts.map((each) => ({
      destination: each.destination,
      state: each.state,
      attempt: each.attempt,
      possiblyRepeated: each.possibly_repeated,
      requestedAt: iso(each.requested_at),
      error: each.error || null,
    })),
  };
}

function plainTextOf({ rule, score, tier, next_step: nextStep }: AlertRow): string {
  const standing = rule === NO_AGENT ? WAITS : `Score ${score ?? 'not known'}, ${tier.replace('_', ' ')}.`;
  return [standing, nextStep].filter(Boolean).join(' ');
}
