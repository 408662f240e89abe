import { z } from 'zod';
import { defineQuery } from '../query.ts';

/** How often did these people call? One row a person; reads all calls, which no key finds by person. */
export const callsOfPeople = defineQuery({
  name: 'calls-of-people',
  sql: `
    SELECT person_key, count() AS calls
    FROM sessions_v1 FINAL
    WHERE tenant = {tenant:String} AND listed AND person_key IN {personKeys:Array(String)}
    GROUP BY person_key
    ORDER BY person_key`,
  params: z.object({ tenant: z.string().min(1), personKeys: z.array(z.string()) }),
  row: z.object({ person_key: z.string(), calls: z.number() }),
});
