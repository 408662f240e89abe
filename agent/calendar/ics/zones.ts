import ICAL from 'ical.js';
import { DateTime, IANAZone } from 'luxon';
import { EarshotError } from '../../../lib/errors.ts';

/** A zone that the system knows, for the many files that name one without defining it. */
class SystemZone extends ICAL.Timezone {
  override utcOffset(time: ICAL.Time): number {
    return local(time, this.tzid).offset * 60;
  }
}

/**
 * Makes every zone that a calendar names known to the library. A zone that the file itself defines is taken from there.
 *
 * @throws EarshotError `bad_calendar` for a zone that nobody knows: its events would block the wrong hours
 */
export function knowZones(text: string, calendar: ICAL.Component, file: string): void {
  const defined = new Set(calendar.getAllSubcomponents('vtimezone').map((zone) => zone.getFirstPropertyValue('tzid')));
  const unfolded = text.replace(/\r?\n[ \t]/g, '');
  for (const [, quoted, bare] of unfolded.matchAll(/;TZID=(?:"([^"]+)"|([^:;,\r\n]+))/g)) {
    const name = quoted ?? bare ?? '';
    if (defined.has(name) || ICAL.TimezoneService.has(name)) continue;
    if (!IANAZone.isValidZone(name)) throw unknownZone(name, file);
    ICAL.TimezoneService.register(new SystemZone({ tzid: name }), name);
  }
}

/** Epoch milliseconds. What has no zone, as a whole day, is meant where the company is. */
export function instantOf(time: ICAL.Time, companyZone: string): number {
  const floating = time.isDate || time.zone === ICAL.Timezone.localTimezone;
  return floating ? local(time, companyZone).toMillis() : time.toUnixTime() * 1_000;
}

function local({ year, month, day, hour, minute, second }: ICAL.Time, zone: string): DateTime {
  return DateTime.fromObject({ year, month, day, hour, minute, second }, { zone });
}

function unknownZone(name: string, file: string): EarshotError {
  return new EarshotError({
    code: 'bad_calendar',
    field: file,
    message: `names a time zone that it does not define: ${name}`,
    fix: 'use a name as Europe/Berlin, or export the calendar with its VTIMEZONE',
  });
}
