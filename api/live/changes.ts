import { alertsTail } from '../../clickhouse/queries/alerts-tail.ts';
import { eventsTail } from '../../clickhouse/queries/events-tail.ts';
import { sessionsTail } from '../../clickhouse/queries/sessions-tail.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { readAlerts } from '../read/alerts.ts';
import type { Alert } from '../types.ts';
import type { Board, Concluded } from './board.ts';
import { readConcluded, type Source } from './concluded.ts';
import { messageOf, TOLD, withoutSuperseded } from './facts.ts';
import type { Message } from './messages.ts';

type EventRow = RowOfQuery<typeof eventsTail>;
/** `id` is the alert's own: a call may have several corrections of one rule. */
type ToldAlert = { id: string; message: Message<'alert'> };
/** What the store took since a time, not told yet. */
export type Changes = { events: EventRow[]; calls: Concluded[]; alerts: ToldAlert[] };

/** Older ones that come now, out of a spool, are no news, ms. */
const NEWS_MS = 2 * 86_400_000;
const PAGE = 1_000;

/** One query a table; another one or two where something was concluded anew. */
export async function readChanges(source: Source, fromMs: number, board: Board): Promise<Changes> {
  const [events, calls, alerts] = await Promise.all([
    readEvents(source, fromMs),
    readCalls(source, fromMs, board),
    readAlertNews(source, fromMs),
  ]);
  return { events, calls, alerts };
}

/** Pages on while pages are full: a burst is longer than a page. */
async function readEvents({ store, tenant }: Source, fromMs: number): Promise<EventRow[]> {
  const all: EventRow[] = [];
  const scope = { tenant, types: [...TOLD], happenedSinceMs: fromMs - NEWS_MS, limit: PAGE };
  for (let from = { fromMs, afterEventId: '' }; ;) {
    const page = await store.run(eventsTail, { ...scope, ...from });
    all.push(...page);
    const last = page.at(-1);
    if (page.length < PAGE || !last) return all;
    from = { fromMs: last.inserted_at, afterEventId: last.event_id };
  }
}

async function readCalls(source: Source, fromMs: number, board: Board): Promise<Concluded[]> {
  const sessions = await source.store.run(sessionsTail, { tenant: source.tenant, fromMs });
  // What turned out to be no call by itself is told only to those who were shown it.
  const shown = sessions.filter(({ call_id: callId, listed }) => listed || board.has(callId));
  const news = shown.filter(({ call_id: callId, version }) => board.isNews(callId, version));
  const stored = news.map((row) => ({ callId: row.call_id, version: row.version, storedAt: row.inserted_at }));
  return readConcluded(source, stored, board);
}

async function readAlertNews({ store, tenant }: Source, fromMs: number): Promise<ToldAlert[]> {
  const said = new Map((await store.run(alertsTail, { tenant, fromMs })).map((row) => [row.call_id, row.stored_at]));
  if (said.size === 0) return [];
  const known = await readAlerts(store, tenant, [...said.keys()]);
  return known.map(({ id, alert, plainText }) => ({
    id,
    message: {
      name: 'alert',
      storedAt: said.get(alert.callId) ?? fromMs,
      data: withoutDeliveries(alert),
      plain: withoutDeliveries({ ...alert, text: plainText }),
    },
  }));
}

function withoutDeliveries(alert: Alert): Message<'alert'>['data'] {
  const { callId, rule, kind, raisedAt, delayMs, late, score, text } = alert;
  return { callId, rule, kind, raisedAt, delayMs, late, score, text };
}

/** Puts changes on the board. Returns what is new in them; an event of which `isNew` says no was told before. */
export function apply(board: Board, changes: Changes, isNew: (row: EventRow) => boolean): Message[] {
  const rows = changes.events.filter(isNew).toSorted(asTheyHappened);
  const told = withoutSuperseded(rows.flatMap((row) => messageOf(row) ?? []));
  for (const message of told) board.fact(message);
  const alerts = changes.alerts.filter(({ id, message }) => board.alert(id, message.data));
  return [...told, ...changes.calls.flatMap((call) => board.conclude(call)), ...alerts.map(({ message }) => message)];
}

/** The store gives pages by its own time and by id, in which 10 comes before 9. */
function asTheyHappened(a: EventRow, b: EventRow): number {
  return a.at - b.at || (a.seq ?? 0) - (b.seq ?? 0);
}
