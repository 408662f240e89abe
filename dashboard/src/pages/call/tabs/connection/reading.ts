import type { Connection } from '../../../../../../api/types.ts';

export type Side = Connection['samples'][number]['side'];
type Sample = Connection['samples'][number];
type Quality = Sample['quality'];
export type Measure = 'packetLossPercent' | 'jitterMs' | 'rttMs';

export const SIDES: readonly Side[] = ['agent', 'caller'];

export const SIDE_WORDS: Record<Side, string> = { agent: 'At the agent', caller: 'At the caller' };

/** Why a side has no samples. */
export const SILENT: Record<Side, string> = {
  agent: 'The agent sent nothing: its call was in no room, or it ended before the first sample',
  caller: 'The caller’s page sent nothing: he called by phone, or without our page',
};

/** Both sides on one axis, ms since the call began; null where the other side was sampled. */
export type Point = { atMs: number; agent: number | null; caller: number | null };

export function pointsOf(samples: readonly Sample[], measure: Measure, startMs: number): Point[] {
  return samples.map((sample) => ({
    atMs: Date.parse(sample.at) - startMs,
    agent: sample.side === 'agent' ? sample[measure] : null,
    caller: sample.side === 'caller' ? sample[measure] : null,
  }));
}

/** What a side measured, without the points of the other one. */
export function ownOf(points: readonly Point[], side: Side): { at: number; value: number }[] {
  return points.flatMap(({ atMs, [side]: value }) => (value === null ? [] : [{ at: atMs, value }]));
}

/** The worst that a side measured; null where it measured nothing. */
export function worstOf(samples: readonly Sample[], side: Side, measure: Measure): number | null {
  const values = samples.flatMap((sample) => (sample.side === side ? (sample[measure] ?? []) : []));
  return values.length === 0 ? null : Math.max(...values);
}

export type Stretch = { quality: Quality; fromMs: number; toMs: number };

/** How the quality of a side went, from sample to sample; a sample holds until the next one. */
export function stretchesOf(samples: readonly Sample[], side: Side, startMs: number, endMs: number): Stretch[] {
  const own = samples.filter((sample) => sample.side === side);
  const stretches: Stretch[] = [];
  for (const [index, { at, quality }] of own.entries()) {
    const next = own[index + 1];
    const toMs = next === undefined ? endMs : Date.parse(next.at) - startMs;
    const last = stretches.at(-1);
    if (last?.quality === quality) last.toMs = toMs;
    else stretches.push({ quality, fromMs: Date.parse(at) - startMs, toMs });
  }
  return stretches;
}
