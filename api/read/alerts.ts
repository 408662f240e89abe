import type { Store } from '../../clickhouse/client.ts';
import { alertsOfCalls } from '../../clickhouse/queries/alerts-of-calls.ts';
import { deliveries } from '../../clickhouse/queries/deliveries.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { groupBy } from '../../lib/group.ts';
import type { Alert, Lead } from '../types.ts';
import { iso } from './times.ts';

type AlertRow = RowOfQuery<typeof alertsOfCalls>;

/**
 * Alerts and corrections of these calls, oldest first, with every attempt to deliver them.
 *
 * @param withQuotes whether the reader may read what callers said; else the text is the score and the next step
 */
export async function alertsOf(
  store: Store,
  tenant: string,
  callIds: readonly string[],
  withQuotes: boolean,
): Promise<Alert[]> {
  const scope = { tenant, callIds: [...callIds] };
  const [alerts, attempts] = await Promise.all([store.run(alertsOfCalls, scope), store.run(deliveries, scope)]);
  const attemptsOf = groupBy(attempts, (row) => row.alert_id);
  return alerts.map((row) => ({
    callId: row.call_id,
    rule: row.rule,
    kind: row.kind,
    raisedAt: iso(row.raised_at),
    delayMs: row.first_requested_at === null ? null : row.first_requested_at - row.cause_at,
    late: row.late,
    score: row.score,
    text: (withQuotes ? row.text : null) ?? plainText(row),
    deliveries: (attemptsOf.get(row.alert_id) ?? []).map((each) => ({
      destination: each.destination,
      state: each.state,
      attempt: each.attempt,
      possiblyRepeated: each.possibly_repeated,
      requestedAt: iso(each.requested_at),
      error: each.error || null,
    })),
  }));
}

/** How the alert of a call stands: of the newest alert, whether it was sent. Null when none was raised. */
export function alertStateOf(rows: readonly AlertRow[]): Lead['alert'] {
  const newest = rows.findLast(({ kind }) => kind === 'alert');
  if (!newest) return null;
  const { destination, state, first_requested_at: at } = newest;
  if (state === null || at === null) return { sentAt: null, state: 'retrying' };
  if (state !== 'sent') return { sentAt: null, state };
  return { sentAt: iso(at), state: destination === 'printed' ? 'printed' : 'sent' };
}

function plainText({ score, tier, next_step: nextStep }: AlertRow): string {
  return [`Score ${score ?? 'not known'}, ${tier.replace('_', ' ')}.`, nextStep].filter(Boolean).join(' ');
}
