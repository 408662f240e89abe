import { partNames, type Excluded, type PartName, type Turn, type TurnPart } from '../../conclusions/types.ts';
import { groupBy } from '../../../lib/group.ts';
import { distributionOf, type Distribution } from './distribution.ts';

/** All in ms. */
export type Latency = {
  /** From the caller's last sound to the first frame heard, of one basis. */
  heard: Distribution;
  /** End of turn + first token + first audio. */
  total: Distribution;
  /** The whole of that part in each turn that has it; `missing` are counted turns without it. */
  parts: Record<PartName, Distribution>;
};

export type CallLatency = {
  /** How heard latency was measured; empty when no turn has one. Bases are never mixed. */
  basis: Turn['heardBasis'];
  all: Latency;
  withTool: Latency;
  plain: Latency;
  excludedBy: { reason: Exclude<Excluded, ''>; turns: number }[];
};

type Measures = { turns: readonly Turn[]; parts: readonly TurnPart[] };

export function latencyOf({ turns, parts }: Measures): CallLatency {
  const basis = turns.find(({ heardBasis }) => heardBasis !== '')?.heardBasis ?? '';
  const among = (some: readonly Turn[]) => figuresOf({ turns: some, parts });
  return {
    basis,
    all: among(turns),
    withTool: among(turns.filter(({ toolCalls }) => toolCalls > 0)),
    plain: among(turns.filter(({ toolCalls }) => toolCalls === 0)),
    excludedBy: excludedBy(turns),
  };
}

function figuresOf({ turns, parts }: Measures): Latency {
  const counted = turns.filter(({ excluded }) => excluded === '');
  const left = turns.length - counted.length;
  const partOf = (name: PartName) =>
    distributionOf(
      counted.map(({ turn }) => durationOf(parts, turn, name)),
      left,
    );
  return {
    heard: distributionOf(
      counted.map(({ heardMs }) => heardMs),
      left,
    ),
    total: distributionOf(
      counted.map(({ totalLatencyMs }) => totalLatencyMs),
      left,
    ),
    parts: Object.fromEntries(partNames.map((name) => [name, partOf(name)])) as Record<PartName, Distribution>,
  };
}

/** All of a turn's wait that was this part, ms; null where it has none. */
export function durationOf(parts: readonly TurnPart[], turn: number, name: PartName): number | null {
  const own = parts.filter((one) => one.turn === turn && one.part === name);
  return own.length === 0 ? null : own.reduce((sum, { durationMs }) => sum + durationMs, 0);
}

function excludedBy(turns: readonly Turn[]): CallLatency['excludedBy'] {
  return [...groupBy(turns, ({ excluded }) => excluded)].flatMap(([reason, all]) =>
    reason === '' ? [] : [{ reason, turns: all.length }],
  );
}
