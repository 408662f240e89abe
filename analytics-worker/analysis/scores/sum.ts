import type { Evidence } from '../transcript.ts';

/** Points for one thing, with what shows it. */
export type Line = { what: string; points: number; evidence: readonly Evidence[] };

/** 0-100 that adds up from its lines; null when nothing tells. */
export type Sum = { score: number | null; lines: Line[] };

export function sumOf(lines: readonly Line[]): Sum {
  const points = lines.reduce((sum, line) => sum + line.points, 0);
  return { score: lines.length === 0 ? null : Math.min(100, Math.max(0, points)), lines: [...lines] };
}

/** A line, when there is something to say; made for spreading. */
export function line(points: number | undefined, what: string, evidence: readonly Evidence[]): Line[] {
  return points === undefined ? [] : [{ what, points, evidence }];
}
