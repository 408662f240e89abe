import { EarshotError } from '../../lib/errors.ts';

/** Minutes of the day, local time; `to` may lie after midnight. */
export type OffPeak = { from: number; to: number };

const DAY_MIN = 24 * 60;
const MINUTE_MS = 60_000;
const FORM = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/;

/** Reads `22:00-06:00`. @throws EarshotError `bad_option` */
export function readOffPeak(text: string): OffPeak {
  const [, ...numbers] = FORM.exec(text) ?? [];
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = numbers.map(Number);
  const window = { from: fromHour * 60 + fromMinute, to: toHour * 60 + toMinute };
  if (numbers.length === 4 && window.from !== window.to) return window;
  const fix = 'give two times of the day, like 22:00-06:00';
  throw new EarshotError({ code: 'bad_option', field: '--off-peak', message: `is ${text}`, fix });
}

/** ms until the window opens; 0 within it. */
export function untilOffPeakMs({ from, to }: OffPeak, now: Date): number {
  const minute = now.getHours() * 60 + now.getMinutes();
  const isWithin = from < to ? minute >= from && minute < to : minute >= from || minute < to;
  if (isWithin) return 0;
  const seconds = now.getSeconds() * 1_000 + now.getMilliseconds();
  return ((from - minute + DAY_MIN) % DAY_MIN) * MINUTE_MS - seconds;
}
