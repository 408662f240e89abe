import ICAL from 'ical.js';
import { EarshotError } from '../../../lib/errors.ts';
import type { Slot } from '../calendar.ts';
import { overlaps } from '../hours.ts';
import { instantOf } from './zones.ts';

/** More than one a minute for two weeks, or a daily one since the year 1950. */
const MOST_OCCURRENCES = 30_000;

type Range = { fromAt: number; toAt: number };

/**
 * The times in a range at which the calendar is taken: single, recurring and moved events, whole days; not what is
 * cancelled or declared transparent.
 *
 * @throws EarshotError `bad_calendar` for an event that cannot be followed
 */
export function busyIn(calendar: ICAL.Component, range: Range, companyZone: string): Slot[] {
  const events = calendar.getAllSubcomponents('vevent');
  const moved = events.filter((event) => event.hasProperty('recurrence-id'));
  const slots = events.flatMap((component) => {
    if (component.hasProperty('recurrence-id')) return isBusy(component) ? [slotOf(component, companyZone)] : [];
    return occurrences(component, moved, range, companyZone);
  });
  return slots.filter((slot) => overlaps(slot, { startAt: range.fromAt, endAt: range.toAt }));
}

function isBusy(component: ICAL.Component): boolean {
  return (
    component.getFirstPropertyValue('status') !== 'CANCELLED' &&
    component.getFirstPropertyValue('transp') !== 'TRANSPARENT'
  );
}

function slotOf(component: ICAL.Component, zone: string): Slot {
  const { startDate, endDate } = new ICAL.Event(component);
  return { startAt: instantOf(startDate, zone), endAt: instantOf(endDate, zone) };
}

/** What was moved is an event of its own; here it only takes the place of the occurrence that it was. */
function occurrences(component: ICAL.Component, moved: ICAL.Component[], range: Range, zone: string): Slot[] {
  const event = new ICAL.Event(component, { exceptions: moved.filter((one) => sameUid(one, component)) });
  if (!event.isRecurring()) return isBusy(component) ? [slotOf(component, zone)] : [];
  const excluded = excludedBy(component);
  const iterator = event.iterator();
  const slots: Slot[] = [];
  for (let count = 0; count < MOST_OCCURRENCES; count++) {
    const next: ICAL.Time | null = iterator.next() ?? null;
    if (next === null || instantOf(next, zone) >= range.toAt) return slots;
    if (excluded(next)) continue;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    if (isBusy(item.component)) slots.push({ startAt: instantOf(startDate, zone), endAt: instantOf(endDate, zone) });
  }
  throw new EarshotError({
    code: 'bad_calendar',
    field: event.uid,
    message: `recurs more than ${MOST_OCCURRENCES} times`,
    fix: 'let the event begin later, or take it out of the calendar',
  });
}

function sameUid(a: ICAL.Component, b: ICAL.Component): boolean {
  return a.getFirstPropertyValue('uid') === b.getFirstPropertyValue('uid');
}

/** The library loses an exclusion that follows one of a day on which there is nothing to exclude. */
function excludedBy(component: ICAL.Component): (occurrence: ICAL.Time) => boolean {
  const times = component.getAllProperties('exdate').flatMap((property) => property.getValues() as ICAL.Time[]);
  const days = new Set(times.filter(({ isDate }) => isDate).map(dayOf));
  const instants = new Set(times.filter(({ isDate }) => !isDate).map((time) => time.toUnixTime()));
  return (occurrence) => days.has(dayOf(occurrence)) || instants.has(occurrence.toUnixTime());
}

function dayOf({ year, month, day }: ICAL.Time): string {
  return `${year}-${month}-${day}`;
}
