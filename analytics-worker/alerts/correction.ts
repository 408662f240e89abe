import { saidOf, type Concluded } from './hot-lead.ts';
import type { Change, Correction, OutboxMessage, Reason, Standing } from './message.ts';

const MOST_CHANGES = 10;

/**
 * What must be said again after the call: undefined while it goes on, when nothing differs from what was said last, and for
 * whoever has read no more of the call than he who said it.
 */
export function correctionOf(
  concluded: Omit<Concluded, 'facts' | 'config'>,
  last: OutboxMessage,
): Correction | undefined {
  const { session, read } = concluded.conclusions;
  if (session.status !== 'ended' || read <= last.read) return undefined;
  const now = saidOf(concluded);
  if (isSame(now.standing, last.standing)) return undefined;
  const alertId = last.kind === 'alert' ? last.id : last.alertId;
  return {
    kind: 'correction',
    id: `${alertId}.correction.${read}`,
    ...now,
    causedBy: { eventId: session.closingEventId, atMs: session.endedAt ?? session.lastEventAt },
    late: last.late,
    alertId,
    corrects: last.id,
    before: last.standing,
    changed: changesOf(last.reasons, now.reasons),
  };
}

function isSame(a: Standing, b: Standing): boolean {
  return a.score === b.score && a.tier === b.tier && a.hot === b.hot;
}

function changesOf(before: readonly Reason[], after: readonly Reason[]): Change[] {
  const names = new Set([...before, ...after].map(({ signal }) => signal));
  const changes = [...names].flatMap((signal) => {
    const then = before.find((reason) => reason.signal === signal);
    const now = after.find((reason) => reason.signal === signal);
    if (JSON.stringify(then?.value) === JSON.stringify(now?.value)) return [];
    const points = (now?.points ?? 0) - (then?.points ?? 0);
    return [{ signal, before: then?.value ?? null, after: now?.value ?? null, points, quote: now?.quote ?? null }];
  });
  return changes.slice(0, MOST_CHANGES);
}
