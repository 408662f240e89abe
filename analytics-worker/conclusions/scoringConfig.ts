import { z } from 'zod';
import { EarshotError } from '../../lib/errors.ts';

const points = z.number().min(0).max(1000);

/** Points from a number on, up to the next band; below the first band none. */
const bands = z.strictObject({
  bands: z
    .array(z.strictObject({ from: z.number().min(0), points }))
    .min(1)
    .refine((all) => all.every(({ from }, index) => index === 0 || from > (all[index - 1]?.from ?? 0)), {
      message: 'bands must rise: each from is larger than the one before',
    }),
});

/** Points of a word; of a list the highest counts. A word that is not named gives none. */
const words = z.strictObject({
  words: z
    .record(z.string().regex(/^[a-z0-9_]+$/, 'must be lower case'), points)
    .refine((all) => Object.keys(all).length > 0, {
      message: 'must name a word',
    }),
});

const atLeast = z.number().min(0);
const wordList = z.array(z.string().min(1).toLowerCase());

const weight = z.union([bands, words]);
export type Weight = z.infer<typeof weight>;

/** The most points that a signal can give. */
export function mostOf(given: Weight): number {
  return Math.max(...('bands' in given ? given.bands.map((band) => band.points) : Object.values(given.words)));
}

/** How calls are scored. A team changes weights, tiers and profile here, not in code (docs/scoring.md). */
export const scoringConfig = z.strictObject({
  /** Scored signals by name; the largest points of each sum to what counts as 100. */
  weights: z
    .record(z.string(), weight)
    .refine((all) => Object.values(all).some((each) => mostOf(each) > 0), { message: 'must give points for a signal' }),
  /** A lead is hot above this score. */
  hotAbove: z.number().min(0).max(100),
  /** Any of these makes tier 1. */
  tier1: z.strictObject({ teamSizeAtLeast: atLeast, monthlyVolumeAtLeast: atLeast, integrations: wordList }),
  /** The ideal customer: what is left out is no criterion. */
  profile: z.strictObject({
    industries: wordList.default([]),
    useCases: wordList.default([]),
    integrations: wordList.default([]),
    teamSizeAtLeast: atLeast.optional(),
    monthlyVolumeAtLeast: atLeast.optional(),
  }),
  intent: z.strictObject({ urgency: z.record(z.string(), points) }),
});
export type ScoringConfig = z.infer<typeof scoringConfig>;

export const defaultScoring: ScoringConfig = {
  weights: {
    team_size: {
      bands: [
        { from: 1, points: 0 },
        { from: 3, points: 5 },
        { from: 5, points: 15 },
        { from: 11, points: 25 },
      ],
    },
    monthly_volume: {
      bands: [
        { from: 0, points: 0 },
        { from: 10, points: 5 },
        { from: 50, points: 10 },
        { from: 100, points: 20 },
      ],
    },
    integration_needs: { words: { salesforce: 20, hubspot: 15, api: 10 } },
    decision_timeline: { words: { this_week: 15, this_month: 10, this_quarter: 5, evaluating: 0 } },
    budget_authority: { words: { decision_maker: 15, influencer: 10, needs_approval: 5, unknown: 0 } },
  },
  hotAbove: 80,
  tier1: {
    teamSizeAtLeast: 5,
    monthlyVolumeAtLeast: 100,
    integrations: ['salesforce', 'hubspot', 'pipedrive', 'zoho', 'dynamics'],
  },
  profile: {
    industries: ['healthcare', 'legal', 'finance', 'insurance', 'real_estate'],
    useCases: ['proposals', 'contracts'],
    integrations: ['salesforce', 'hubspot', 'pipedrive', 'api'],
    teamSizeAtLeast: 5,
    monthlyVolumeAtLeast: 50,
  },
  intent: { urgency: { high: 40, medium: 20, low: 0 } },
};

/** @throws EarshotError `bad_scoring`, naming the field, when the configuration does not fit. */
export function parseScoring(config: unknown): ScoringConfig {
  const parsed = scoringConfig.safeParse(config);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = ['scoring', ...(issue?.path ?? [])].join('.');
  throw new EarshotError({
    code: 'bad_scoring',
    field,
    message: issue?.message ?? 'does not fit',
    fix: 'see docs/scoring.md for the form of the weights',
  });
}
