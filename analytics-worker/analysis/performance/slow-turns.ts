import { partNames, type PartName, type Turn, type TurnPart } from '../../conclusions/types.ts';
import { medianOf } from './distribution.ts';
import { durationOf } from './latency.ts';

/** What each part usually takes, ms; a part that is missing usually takes nothing. */
export type UsualParts = Partial<Record<PartName, number>>;
/** Of the same agent over its last calls; turns with a tool and plain ones apart. */
export type UsualTurns = { withTool: UsualParts | undefined; plain: UsualParts | undefined };

export type SlowTurn = {
  turn: number;
  heardMs: number;
  /** The part that exceeds what it usually takes by the most; null where none does noticeably. */
  cause: PartName | null;
  /** Names of the tools or models of that part. */
  names: string[];
  partMs: number | null;
  /** Null where nothing tells what is usual: then the cause is the longest part. */
  usualMs: number | null;
  excessMs: number | null;
  /** What the caller would have waited, had that part taken what it usually takes. */
  withoutMs: number | null;
  /** What was taken as usual: the agent's last calls, or the other turns of this call. */
  against: 'agent' | 'call' | null;
};

/** Less above the usual is nothing that a caller notices, ms; */
const NOTICEABLE_MS = 20;
/** nor is what takes less than a fifth longer than it usually does. */
const LONGER = 1.2;

/** Turns of this kind from which a call tells by itself what is usual. */
const ENOUGH_TURNS = 3;

type Measures = { turns: readonly Turn[]; parts: readonly TurnPart[]; usual?: UsualTurns | undefined };

/** The turns that took longer than `slowOverMs`, the slowest first (docs/analysis-scores.md). */
export function slowTurnsOf({ turns, parts, usual }: Measures, slowOverMs: number): SlowTurn[] {
  const counted = turns.filter(({ excluded, heardMs }) => excluded === '' && heardMs !== null);
  return counted
    .flatMap((turn) => (turn.heardMs !== null && turn.heardMs > slowOverMs ? [{ turn, heardMs: turn.heardMs }] : []))
    .toSorted((a, b) => b.heardMs - a.heardMs)
    .map(({ turn, heardMs }) => explain(turn, heardMs, parts, usualFor(turn, counted, parts, usual)));
}

type Usual = { parts: UsualParts; against: 'agent' | 'call' } | null;

function usualFor(turn: Turn, counted: readonly Turn[], parts: readonly TurnPart[], usual?: UsualTurns): Usual {
  const ofAgent = hasTool(turn) ? usual?.withTool : usual?.plain;
  if (ofAgent) return { parts: ofAgent, against: 'agent' };
  const alike = counted.filter((other) => hasTool(other) === hasTool(turn));
  const peers = alike.length >= ENOUGH_TURNS ? alike : counted;
  if (peers.length < ENOUGH_TURNS) return null;
  const medians = partNames.map((name) => [
    name,
    medianOf(peers.map((peer) => durationOf(parts, peer.turn, name) ?? 0)),
  ]);
  return { parts: Object.fromEntries(medians) as UsualParts, against: 'call' };
}

function hasTool({ toolCalls }: Turn): boolean {
  return toolCalls > 0;
}

function explain(turn: Turn, heardMs: number, all: readonly TurnPart[], usual: Usual): SlowTurn {
  const lengths = partNames.flatMap((name) => {
    const partMs = durationOf(all, turn.turn, name);
    return partMs === null ? [] : [{ name, partMs, excessMs: partMs - (usual?.parts[name] ?? 0) }];
  });
  const worst = lengths.toSorted((a, b) => b.excessMs - a.excessMs)[0];
  const cause = worst && isNoticeable(worst) ? worst : null;
  const isCompared = cause !== null && usual !== null;
  return {
    turn: turn.turn,
    heardMs,
    cause: cause?.name ?? null,
    names: cause ? namesOf(all, turn.turn, cause.name) : [],
    partMs: cause?.partMs ?? null,
    usualMs: isCompared ? (usual.parts[cause.name] ?? 0) : null,
    excessMs: isCompared ? cause.excessMs : null,
    withoutMs: isCompared ? heardMs - cause.excessMs : null,
    against: usual?.against ?? null,
  };
}

function isNoticeable({ partMs, excessMs }: { partMs: number; excessMs: number }): boolean {
  return excessMs >= NOTICEABLE_MS && partMs >= (partMs - excessMs) * LONGER;
}

function namesOf(parts: readonly TurnPart[], turn: number, name: PartName): string[] {
  const own = parts.filter((one) => one.turn === turn && one.part === name && one.name !== '');
  return [...new Set(own.map((one) => one.name))];
}
