import { z } from '@hono/zod-openapi';
import { partName, turn, who } from './calls.ts';
import { ms, pageOf, percentiles, time } from './common.ts';

const change = z
  .number()
  .nullable()
  .openapi({ description: 'Change against the period before, %; null where either is unknown' });

export const latencySummary = z
  .object({
    from: time,
    to: time,
    targetMs: ms,
    basis: z
      .string()
      .openapi({ description: 'Bases are never mixed: this one has the most turns; others are in `bases`' }),
    bases: z.array(z.object({ basis: z.string(), n: z.number().int() })),
    heard: percentiles,
    change: z.object({ p50: change, p95: change, p99: change }),
    /** Reported parts and their sum, as other systems have them. */
    measures: z.array(z.object({ measure: z.string(), percentiles })),
    aboveTarget: z.object({ turns: z.number().int(), ms }),
  })
  .openapi('LatencySummary');

export const latencySeries = z
  .object({
    bucketMs: ms,
    points: z.array(
      z.object({ at: time, n: z.number().int(), p50Ms: ms.nullable(), p95Ms: ms.nullable(), p99Ms: ms.nullable() }),
    ),
    markers: z.array(z.object({ at: time, kind: z.enum(['version', 'model', 'alert']), label: z.string() })),
  })
  .openapi('LatencySeries');

/** Where the time goes: the parts of the turns around a percentile, scaled so that they sum to it. */
export const latencyParts = z
  .object({
    rows: z.array(
      z.object({
        turns: z.enum(['plain', 'tool']),
        percentile: z.enum(['p50', 'p95']),
        n: z.number().int().openapi({ description: 'Turns of this kind in the range' }),
        heardMs: ms
          .nullable()
          .openapi({ description: 'The percentile of the turns of this kind; the parts sum to it' }),
        parts: z.array(z.object({ part: partName, durationMs: ms })),
      }),
    ),
  })
  .openapi('LatencyParts');

/** The slice that owns most seconds above the target comes first. */
export const latencySlices = z
  .object({
    by: z.enum(['agent', 'version', 'model', 'region', 'channel']),
    rows: z.array(
      z.object({ value: z.string(), percentiles, aboveTargetMs: ms, shareAboveTarget: z.number().nullable() }),
    ),
  })
  .openapi('LatencySlices');

export const slowTurn = turn
  .pick({ turn: true, startedAt: true, heardMs: true, toolCalls: true, modelCalls: true, parts: true, cause: true })
  .extend({
    callId: z.string(),
    agent: z.string(),
    agentVersion: z.string(),
    who,
    asked: z.string().nullable().openapi({ description: 'How the caller\u2019s words began; needs "transcripts"' }),
  })
  .openapi('SlowTurn');
export const slowTurnPage = pageOf(slowTurn);
