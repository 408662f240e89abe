import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import ICAL from 'ical.js';
import { EarshotError, messageOf } from '../../../lib/errors.ts';
import { takeLock } from '../../../lib/folder-lock.ts';
import { pause } from '../../../lib/retry.ts';
import { knowZones } from './zones.ts';

const LOCK_POLL_MS = 20;
const LOCK_WAIT_MS = 3_000;

export type IcsFile = { text: string; calendar: ICAL.Component };

/** @throws EarshotError `bad_calendar` when there is none, or it is not one calendar */
export async function readIcs(file: string): Promise<IcsFile> {
  try {
    const text = await readFile(file, 'utf8');
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    if (calendar.name !== 'vcalendar') throw new Error(`begins with ${calendar.name}`);
    knowZones(text, calendar, file);
    return { text, calendar };
  } catch (error) {
    if (error instanceof EarshotError) throw error;
    throw badCalendar(file, messageOf(error), 'name a readable file of one VCALENDAR');
  }
}

/** Adds an event as it is written; nothing else in the file changes, and it is never seen half written. */
export async function appendEvent(file: string, text: string, event: ICAL.Component): Promise<void> {
  const end = text.lastIndexOf('END:VCALENDAR');
  const place = await realpath(file);
  const draft = `${place}.${randomBytes(6).toString('hex')}.draft`;
  const { mode } = await stat(place);
  const handle = await open(draft, 'wx', mode);
  try {
    await handle.writeFile(`${text.slice(0, end)}${event.toString()}\r\n${text.slice(end)}`);
    await handle.sync();
    await handle.close();
    await rename(draft, place);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
}

/**
 * One booker at a time, of all processes of this machine; a dead one's lock is taken over.
 *
 * @throws EarshotError `calendar_busy` after three seconds
 */
export async function alone<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  const folder = `${await realpath(file)}.lock`;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const deadline = performance.now() + LOCK_WAIT_MS;
  let lock = takeLock(folder);
  while (!lock) {
    if (performance.now() > deadline) throw calendarBusy(file);
    await pause(LOCK_POLL_MS);
    lock = takeLock(folder);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

function badCalendar(file: string, message: string, fix: string): EarshotError {
  return new EarshotError({ code: 'bad_calendar', field: file, message, fix });
}

function calendarBusy(file: string): EarshotError {
  const message = `another booking has held it for ${LOCK_WAIT_MS} ms`;
  return new EarshotError({ code: 'calendar_busy', field: file, message, fix: 'try again' }, { retriable: 'yes' });
}
