import { z } from '@hono/zod-openapi';
import { money, ms } from '../common.ts';

/** ms; null without a value. */
const figures = z.looseObject({
  n: z.number(),
  excluded: z.number(),
  p50: ms.nullable(),
  p95: ms.nullable(),
  max: ms.nullable(),
});

const slowTurn = z.looseObject({
  turn: z.number().int(),
  heard_ms: ms,
  cause: z.string().nullable(),
  names: z.array(z.string()),
  part_ms: ms.nullable(),
  usual_ms: ms.nullable(),
  without_ms: ms.nullable(),
});

const anomaly = z.looseObject({
  metric: z.string(),
  unit: z.string(),
  value: z.number(),
  n: z.number().int().openapi({ description: 'Calls of the same agent in the seven days before' }),
  median: z.number().nullable(),
  anomalous: z.boolean(),
});

const bounds = z
  .object({ under: z.number(), over: z.number(), from: z.number(), to: z.number() })
  .partial()
  .nullish()
  .openapi({ description: 'In the unit of the metric; absent in results stored before it was told' });

const targets = z.looseObject({
  score: z.number().nullable(),
  met: z.number(),
  judged: z.number(),
  metrics: z.array(
    z.looseObject({
      metric: z.string(),
      value: z.number(),
      unit: z.string(),
      met: z.boolean().nullable().openapi({ description: 'Null where there is no target' }),
      target: bounds,
      alert: z.boolean().nullable(),
      alarm: bounds,
    }),
  ),
  unknown: z.array(z.string()),
});

const cost = z.looseObject({
  total: money.nullable().openapi({ description: 'Null unless all of it is known, in one currency' }),
  known: z.array(money),
  lines: z.array(
    z.looseObject({
      purpose: z.string(),
      provider: z.string(),
      model: z.string(),
      unit: z.string(),
      quantity: z.number().nullable(),
      price: z.looseObject({ amount: z.number(), per: z.number(), currency: z.string() }).nullable(),
      cost: money.nullable(),
    }),
  ),
  warnings: z.array(z.string()),
});

export const performance = z.looseObject({
  performance: z.looseObject({
    latency: z.looseObject({ all: z.looseObject({ heard: figures, total: figures }) }),
    slow_turns: z.array(slowTurn),
    targets,
    anomalies: z.array(anomaly),
  }),
  cost,
});
