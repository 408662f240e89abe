import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import type { Booked, Booking } from '../calendar.ts';

/** A booking as an event of the calendar, its times in UTC so that it needs no zone's definition. */
export function eventOf(booking: Booking, { id, startAt, endAt, link }: Booked): ICAL.Component {
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', id);
  event.addPropertyWithValue('dtstamp', utc(Date.now()));
  event.addPropertyWithValue('dtstart', utc(startAt));
  event.addPropertyWithValue('dtend', utc(endAt));
  event.addPropertyWithValue('summary', `${booking.title}: ${oneLine(booking.customerName)}`);
  event.addPropertyWithValue('description', booking.notes);
  event.addPropertyWithValue('status', 'CONFIRMED');
  if (link !== undefined) event.addPropertyWithValue('url', link);
  const attendee = event.addPropertyWithValue('attendee', `mailto:${oneLine(booking.customerEmail)}`);
  attendee.setParameter('cn', oneLine(booking.customerName).replaceAll('"', "'"));
  return event;
}

/** A name is what a caller said: it must not begin another line of the file. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

function utc(at: number): ICAL.Time {
  return ICAL.Time.fromDateTimeString(DateTime.fromMillis(at, { zone: 'utc' }).toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'"));
}
