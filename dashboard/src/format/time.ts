import { formatSpan } from './ms.ts';

/** Times as viewers read them; all are in their own zone except `formatUtc`. */
export type TimeKind = 'clock' | 'short' | 'full' | 'ago';

const clock = inZone({ hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
const minute = inZone({ hour: '2-digit', minute: '2-digit', hour12: false });
const day = inZone({ day: 'numeric', month: 'short' });
const dayOfYear = inZone({ day: 'numeric', month: 'short', year: 'numeric' });

/** A format is made when it is first needed: each takes some milliseconds of the first view. */
function inZone(options: Intl.DateTimeFormatOptions): (at: Date) => string {
  let format: Intl.DateTimeFormat | undefined;
  return (at) => (format ??= new Intl.DateTimeFormat(undefined, options)).format(at);
}

/**
 * @param kind clock: 14:03:22; short: 14:03 today, else 3 Mar 14:03; full: with seconds and year; ago: "4 min ago".
 * @param nowMs of the viewer, to tell today from other days.
 */
export function formatTime(iso: string, kind: TimeKind, nowMs = Date.now()): string {
  const at = new Date(iso);
  if (kind === 'clock') return clock(at);
  if (kind === 'full') return `${dayOfYear(at)}, ${clock(at)}`;
  if (kind === 'ago') return formatAgo(at.getTime(), nowMs);
  const today = at.toDateString() === new Date(nowMs).toDateString();
  return today ? minute(at) : `${day(at)} ${minute(at)}`;
}

function formatAgo(atMs: number, nowMs: number): string {
  const passed = nowMs - atMs;
  return passed < 5000 ? 'now' : `${formatSpan(passed)} ago`;
}

export function formatUtc(iso: string): string {
  return `${new Date(iso).toISOString().replace('T', ' ').replace('Z', '')} UTC`;
}
