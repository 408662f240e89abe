import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { callScope, newestRows } from '../scope.ts';

/** Which values of a call cannot be true? */
export const quarantinedOfCall = defineQuery({
  name: 'quarantined-of-call',
  sql: `
    SELECT event_id, field, value, reason
    FROM (${newestRows('quarantined_v1')})
    ORDER BY event_id, field`,
  params: callScope,
  row: z.object({ event_id: z.string(), field: z.string(), value: z.number(), reason: z.string() }),
});
