import { causeOf, type Usual } from '../../api/read/cause.ts';
import { turnKey } from '../../api/read/turn-keys.ts';
import { partsOf } from '../../api/read/turns.ts';
import type { PartName } from '../../api/types.ts';
import type { PartRow } from '../../clickhouse/part-columns.ts';
import type { turnsOfCalls } from '../../clickhouse/queries/turns-of-calls.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { columns, ms } from './format.ts';

type Turn = Pick<RowOfQuery<typeof turnsOfCalls>, 'call_id' | 'turn' | 'heard_ms' | 'excluded'>;

/** The parts of a wait, in the words of the dashboard. */
export const PARTS: Record<PartName, string> = {
  end_of_turn: 'Wait for end of turn',
  transcription: 'Transcription',
  turn_hook: 'Turn hook',
  model: 'Model',
  tool: 'Tool',
  sentence: 'First sentence',
  synthesis: 'Speech',
  playout: 'Playout',
  unexplained: 'Unexplained',
};
/** What is shorter is left out, ms. */
const WORTH_NAMING_MS = 0.5;

/** Who waited longest, what the wait was made of, and why it was long, as the dashboard says it. */
export function slowestSection(
  turns: readonly Turn[],
  parts: readonly PartRow[],
  known: { nameOf(call: string): string; agentOf(call: string): string; usual: Usual },
): string[] {
  const counted = turns.filter(({ excluded, heard_ms: heard }) => excluded === '' && heard !== null);
  const [slowest] = counted.toSorted((a, b) => (b.heard_ms ?? 0) - (a.heard_ms ?? 0));
  if (!slowest) return [];
  const { call_id: call, turn, heard_ms: heardMs } = slowest;
  const own = partsOf(parts.filter((row) => turnKey(row) === turnKey(slowest)));
  const cause = causeOf(known.agentOf(call), own, known.usual);
  const rows = own
    .filter(({ durationMs }) => durationMs >= WORTH_NAMING_MS)
    .map(({ part, name, durationMs }) => [ms(durationMs), `${PARTS[part]}${name ? ` (${name})` : ''}`]);
  return [
    `  the longest wait: ${known.nameOf(call)}, turn ${turn}, ${ms(heardMs)}`,
    ...(cause === null ? [] : [`    why: ${cause}`]),
    ...(rows.length === 0 ? [] : [columns(rows, { indent: '    ' })]),
  ];
}
