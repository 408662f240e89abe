import { z } from 'zod';
import type { scoresOfCalls } from '../../clickhouse/queries/scores-of-calls.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import type { Score } from '../types.ts';

/** A stored lead score (docs/scoring.md). Results of older versions have no next step. */
const stored = z.looseObject({
  score: z.number().nullable(),
  points: z.number(),
  maxPoints: z.number(),
  tier: z.enum(['tier_1', 'tier_2', 'none']),
  hot: z.boolean(),
  breakdown: z.array(
    z.looseObject({
      signal: z.string(),
      value: z.unknown(),
      known: z.boolean(),
      points: z.number(),
      maxPoints: z.number(),
      rule: z.string(),
      evidence: z.looseObject({ itemId: z.string().nullable(), quote: z.string().nullable() }).nullable(),
    }),
  ),
  parts: z.record(z.string(), z.number().nullable()),
  nextStep: z.string().optional(),
});

/** @param withQuotes whether the reader may read what callers said */
export function scoreOf(row: RowOfQuery<typeof scoresOfCalls>, withQuotes: boolean): Score {
  const { score, points, maxPoints, tier, hot, breakdown, parts, nextStep } = stored.parse(JSON.parse(row.result));
  return {
    score,
    tier,
    hot,
    confidence: row.confidence,
    points,
    maxPoints,
    breakdown: breakdown.map(({ evidence, value, ...line }) => ({
      signal: line.signal,
      value,
      known: line.known,
      points: line.points,
      maxPoints: line.maxPoints,
      rule: line.rule,
      itemId: evidence?.itemId ?? null,
      quote: withQuotes ? (evidence?.quote ?? null) : null,
    })),
    parts,
    nextStep: nextStep || null,
    analyserVersion: row.analyser_version,
    engine: row.engine,
  };
}

/** Of a call in which nothing was said that a score could be made of. */
export const UNSCORED: Score = {
  score: null,
  tier: 'none',
  hot: false,
  confidence: 'low',
  points: 0,
  maxPoints: 0,
  breakdown: [],
  parts: {},
  nextStep: null,
  analyserVersion: 0,
  engine: '',
};
