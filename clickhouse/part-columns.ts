import { z } from 'zod';

/** SQL: a part of a turn's waterfall. Shared by the queries that answer with parts. */
export const partColumns = 'call_id, turn, position, part, name, from_ms, to_ms, duration_ms';

export const partRow = z.object({
  call_id: z.string(),
  turn: z.number(),
  position: z.number(),
  part: z.string(),
  /** Model or tool, empty for other parts. */
  name: z.string(),
  from_ms: z.number(),
  to_ms: z.number(),
  duration_ms: z.number(),
});
export type PartRow = z.output<typeof partRow>;
