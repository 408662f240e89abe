import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** As Outlook exports it: a zone that is not IANA's, defined in the file. */
export const OUTLOOK_ZONE = `BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
`;

let events = 0;

/** One event from its lines. */
export function event(lines: string): string {
  const uid = lines.includes('UID:') ? '' : `UID:event-${++events}@example.com\n`;
  return `BEGIN:VEVENT\n${uid}DTSTAMP:20260101T000000Z\n${lines.trim()}\nEND:VEVENT\n`;
}

/** A calendar file of these components, gone when the test is over. */
export function calendarFile(...components: string[]): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'earshot-calendar-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'sales.ics');
  const text = `BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//Sales//EN\n${components.join('')}END:VCALENDAR\n`;
  writeFileSync(file, text.replaceAll('\n', '\r\n'), { mode: 0o640 });
  return file;
}
