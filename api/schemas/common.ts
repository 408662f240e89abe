import { z } from '@hono/zod-openapi';

/** Epoch ms in the store becomes ISO 8601 in UTC here. */
export const time = z.iso.datetime().openapi({ example: '2026-03-02T09:15:00.000Z' });
export const ms = z.number().openapi({ description: 'Milliseconds' });

/** A list's page. `nextCursor` is null on the last one. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** The error of every route: what, where, how to mend it, and the id under which the log has it. */
export const errorBody = z
  .object({
    error: z.object({
      code: z.string().openapi({ example: 'bad_parameter' }),
      message: z.string(),
      field: z.string().optional(),
      hint: z.string(),
      requestId: z.string(),
    }),
  })
  .openapi('Error');

const filterText = z.string().min(1).max(200).optional();

/** What every list and number is filtered by; the dashboard's filter bar has the same names. */
export const filters = z.object({
  from: z.string().default('-24h').openapi({ description: 'ISO 8601, or relative: -15m, -1h, -7d', example: '-1h' }),
  to: z.string().default('now').openapi({ description: 'ISO 8601, relative, or now' }),
  agent: filterText,
  version: filterText,
  channel: z.enum(['web', 'phone_inbound', 'phone_outbound', 'unknown']).optional(),
  model: filterText.openapi({ description: 'Conversation model' }),
  region: filterText,
});

export const paging = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().optional().openapi({ description: 'nextCursor of the page before; opaque' }),
});

/** What a filter can be set to, of the calls in a range. */
export const facets = z
  .object({
    agents: z.array(z.string()),
    versions: z.array(z.string()),
    channels: z.array(z.string()),
    models: z.array(z.string()),
    regions: z.array(z.string()),
  })
  .openapi('Facets');

export const money = z.object({ amount: z.number(), currency: z.string() });

export const tier = z.enum(['tier_1', 'tier_2', 'none']);

/** A percentile with what it rests on. Null values are not known; fewer than 20 turns are shown greyed. */
export const percentiles = z.object({
  n: z.number().int(),
  excluded: z.number().int().openapi({ description: 'Turns that count in no percentile' }),
  p50Ms: z.number().nullable(),
  p95Ms: z.number().nullable(),
  p99Ms: z.number().nullable(),
  maxMs: z.number().nullable(),
});
