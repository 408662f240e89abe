import type { Difference, Verdict } from '../reprocess/difference.ts';
import type { Run } from '../reprocess/run.ts';

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 16);

/** One line for a terminal. */
export function progressLine({
  name,
  tenant,
  fromMs,
  toMs,
  engine,
  state,
  done,
  underWay,
  spent,
  budget,
}: Run): string {
  const most = budget === null ? '' : ` of ${budget}`;
  const cost = spent ? [`${spent.amount.toFixed(4)}${most} ${spent.currency}`] : [];
  const calls = `${done} calls${underWay.length > 0 ? `, ${underWay.length} under way` : ''}`;
  const range = `${dayOf(fromMs)} to ${dayOf(toMs)}`;
  return [name, `${tenant}, ${range}`, engine, state.replaceAll('_', ' '), calls, ...cost].join('  ');
}

/** Which calls read differently, one line each, and how many of how many. */
export function differenceLines(
  { compared, differences }: { compared: number; differences: readonly Difference[] },
  sides: { before: string; after: string },
): string[] {
  if (compared === 0) return [`no call of this run has a result of ${sides.before} and one of ${sides.after}`];
  const lines = differences.map(({ call, changed, before, after }) =>
    [call, ...changed.map((field) => `${field} ${shown(before, field)} → ${shown(after, field)}`)].join('  '),
  );
  const most = `${differences.length} of ${compared} calls differ, ${sides.before} → ${sides.after}`;
  const by = (['tier', 'score', 'outcome'] as const).map(
    (field) => `${field} ${differences.filter(({ changed }) => changed.includes(field)).length}`,
  );
  return [...lines, `${most}: ${by.join(', ')}`];
}

function shown(verdict: Verdict, field: keyof Verdict): string {
  return String(verdict[field] ?? '-');
}
