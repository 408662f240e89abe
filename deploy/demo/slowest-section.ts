import type { turnParts } from '../../clickhouse/queries/turn-parts.ts';
import type { turnsOfCalls } from '../../clickhouse/queries/turns-of-calls.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { ms, words } from './format.ts';

type Turn = RowOfQuery<typeof turnsOfCalls>;
type Part = RowOfQuery<typeof turnParts>;

/** Parts shorter than this are summed up as the rest, ms. */
const WORTH_NAMING_MS = 20;

/** Who waited longest, and what the wait was made of. */
export function slowestSection(
  turns: readonly Turn[],
  parts: readonly Part[],
  nameOf: (call: string) => string,
): string[] {
  const counted = turns.filter(({ excluded, heard_ms: heard }) => excluded === '' && heard !== null);
  const [slowest] = counted.toSorted((a, b) => (b.heard_ms ?? 0) - (a.heard_ms ?? 0));
  if (!slowest) return [];
  const own = parts.filter(({ call_id: call, turn }) => call === slowest.call_id && turn === slowest.turn);
  const long = own.filter(({ duration_ms: duration }) => duration >= WORTH_NAMING_MS);
  const rest = own.filter((part) => !long.includes(part)).reduce((sum, { duration_ms: duration }) => sum + duration, 0);
  const said = [
    ...long.map(({ part, name, duration_ms: duration }) => `${ms(duration)} ${words(part)}${name ? ` (${name})` : ''}`),
    ...(rest > 0 ? [`${ms(rest)} other`] : []),
  ];
  return [
    `  the longest wait: ${nameOf(slowest.call_id)}, turn ${slowest.turn}, ${ms(slowest.heard_ms)}, made of`,
    ...said.map((line) => `    ${line}`),
  ];
}
