import { formatSpan } from './ms.ts';

/** Times as viewers read them; all are in their own zone except `formatUtc`. */
export type TimeKind = 'clock' | 'short' | 'full' | 'ago';

const clock = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
});
const minute = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hour12: false });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const dayOfYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });

/**
 * @param kind clock: 14:03:22; short: 14:03 today, else 3 Mar 14:03; full: with seconds and year; ago: "4 min ago".
 * @param nowMs of the viewer, to tell today from other days.
 */
export function formatTime(iso: string, kind: TimeKind, nowMs = Date.now()): string {
  const at = new Date(iso);
  if (kind === 'clock') return clock.format(at);
  if (kind === 'full') return `${dayOfYear.format(at)}, ${clock.format(at)}`;
  if (kind === 'ago') return formatAgo(at.getTime(), nowMs);
  const today = at.toDateString() === new Date(nowMs).toDateString();
  return today ? minute.format(at) : `${day.format(at)} ${minute.format(at)}`;
}

function formatAgo(atMs: number, nowMs: number): string {
  const passed = nowMs - atMs;
  return passed < 5000 ? 'now' : `${formatSpan(passed)} ago`;
}

export function formatUtc(iso: string): string {
  return `${new Date(iso).toISOString().replace('T', ' ').replace('Z', '')} UTC`;
}
