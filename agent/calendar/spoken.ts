import { DateTime } from 'luxon';

/**
 * A time as it is said to a caller, in his zone and the company's: `Tuesday 24 November, 3 pm your time (Europe/Berlin),
 * 9 am in New York`. The model says it in the caller's language.
 */
export function spokenTime(at: number, callerZone: string, companyZone: string): string {
  const his = DateTime.fromMillis(at, { zone: callerZone, locale: 'en' });
  const day = his.toFormat('cccc d LLLL');
  if (callerZone === companyZone) return `${day}, ${clock(his)} (${companyZone})`;
  const ours = his.setZone(companyZone);
  const otherDay = his.toISODate() === ours.toISODate() ? '' : ` on ${ours.toFormat('cccc')}`;
  return `${day}, ${clock(his)} your time (${callerZone}), ${clock(ours)}${otherDay} in ${cityOf(companyZone)}`;
}

function clock(time: DateTime): string {
  return time.toFormat(time.minute === 0 ? 'h a' : 'h:mm a').toLowerCase();
}

function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
