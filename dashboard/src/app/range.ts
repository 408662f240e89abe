import type { FilterSearch } from '../api/filters.ts';
import { formatTime } from '../format/time.ts';

/** The ranges of the filter bar; all end now. */
export const RANGES: readonly { from: string; label: string; short: string }[] = [
  { from: '-5m', label: 'Last 5 min', short: '5 min' },
  { from: '-15m', label: 'Last 15 min', short: '15 min' },
  { from: '-1h', label: 'Last hour', short: '1 h' },
  { from: '-24h', label: 'Last 24 h', short: '24 h' },
  { from: '-7d', label: 'Last 7 days', short: '7 d' },
  { from: '-30d', label: 'Last 30 days', short: '30 d' },
];

/** The range in words, as a number's window: "last 24 h", "3 Mar 14:00 – 15:10". */
export function rangeLabel({ from, to }: FilterSearch): string {
  const known = RANGES.find((range) => range.from === from);
  if (known !== undefined && (to === undefined || to === 'now')) return known.label;
  return `${pointLabel(from ?? 'now')} – ${pointLabel(to ?? 'now')}`;
}

function pointLabel(point: string): string {
  return Number.isNaN(Date.parse(point)) ? point.replace(/^-/, '−') : formatTime(point, 'short');
}

/** For an input of type datetime-local, in the viewer's zone; empty for relative points. */
export function toLocalInput(point: string | undefined): string {
  if (point === undefined || Number.isNaN(Date.parse(point))) return '';
  const at = new Date(point);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** @returns ISO 8601 in UTC; undefined when the input is empty. */
export function fromLocalInput(value: FormDataEntryValue | null): string | undefined {
  return typeof value === 'string' && value !== '' ? new Date(value).toISOString() : undefined;
}
