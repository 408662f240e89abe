import { z } from '@hono/zod-openapi';
import { counted, mention, point, proof, proofs, said } from './words.ts';

/** 0-100 that adds up from its lines, as far as 0 and 100; null when nothing tells. */
const sum = z.looseObject({
  score: z.number().nullable(),
  lines: z.array(z.looseObject({ what: z.string(), points: z.number(), evidence: proofs })),
});

export const sales = z.looseObject({
  sales: z.looseObject({
    feature_requests: z.array(mention),
    buying_signals: z.array(mention),
    stakeholders: z.array(mention),
    switching_barriers: z.array(mention),
    bant: z.looseObject({ budget: sum, authority: sum, need: sum, timeline: sum }),
    next_action: said,
  }),
  signals: z.record(z.string(), z.looseObject({ value: z.unknown(), evidence: proofs, confirmed: z.boolean() })),
});

export const lead = z.looseObject({
  lead: z.looseObject({
    score: z.number().nullable(),
    tier: z.enum(['tier_1', 'tier_2', 'none']),
    hot: z.boolean(),
    next_step: z.string(),
  }),
});

/** 0-10. `counted` is the weight after those that are not known were left out. */
const weighed = z.looseObject({
  score: z.number().nullable(),
  components: z.array(
    z.looseObject({
      name: z.string(),
      weight: z.number(),
      counted: z.number(),
      score: z.number().nullable(),
      how: z.string(),
    }),
  ),
});
export const quality = z.looseObject({ quality: weighed, engagement: weighed });

const mood = z.enum(['positive', 'neutral', 'negative']);
export const sentiment = z.looseObject({
  sentiment: z.looseObject({
    overall: mood,
    score: z.number().openapi({ description: '0 all negative, 50 neutral, 100 all positive' }),
    segments: z.array(z.looseObject({ from: z.number(), to: z.number(), overall: mood, score: z.number() })),
    emotions: z.array(
      proof.extend({ emotion: z.string(), intensity: z.number().openapi({ description: 'From 0 to 1' }) }),
    ),
  }),
});

const passage = proof.extend({ about: said });
export const objections = z.looseObject({
  objections: z.array(
    proof.extend({
      type: z.string(),
      resolved: z.boolean(),
      resolution: proof.nullable().openapi({ description: 'The words by which it was accepted or dropped' }),
    }),
  ),
  competitors: z.array(proof.extend({ name: z.string(), stance: z.string() })),
  switching_barriers: z.array(passage),
  comparison_requests: z.array(passage),
});

export const contentGaps = z.looseObject({
  gaps: z.looseObject({
    gaps: z.array(
      z.looseObject({
        topic: said,
        count: z.number(),
        kinds: z.record(z.string(), z.number()),
        queries: z.array(z.string()),
        evidence: proofs,
      }),
    ),
    missing_areas: z.array(counted),
  }),
  tools: z.looseObject({
    searches: z.looseObject({ searches: z.number(), found: z.number(), empty: z.number() }),
    bookings: z.looseObject({ tried: z.number(), made: z.number(), unqualified: z.number() }),
  }),
});

export const actionItems = z.looseObject({
  action_items: z.array(
    proof.extend({
      owner: z.string(),
      kind: z.string(),
      action: said,
      due: said.openapi({ description: 'As it was said; null also where no date was said' }),
    }),
  ),
});

export const summary = z.looseObject({
  summary: z.looseObject({
    qualified: z.boolean().nullable().openapi({ description: 'Null when nothing was said that tells' }),
    why: point,
    takeaways: z.array(point),
    risks: z.array(point),
    opportunity: point.nullable(),
    next_action: said,
  }),
  outcome: z.string(),
  outcome_evidence: proofs,
});
