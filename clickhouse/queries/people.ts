import { z } from 'zod';
import { defineQuery } from '../query.ts';

/** Who are these people? One row a person of whom anything is known; names are empty where unknown. */
export const people = defineQuery({
  name: 'people',
  sql: `
    SELECT person_key, name, email, company, phone
    FROM leads_v1 FINAL
    WHERE tenant = {tenant:String} AND person_key IN {personKeys:Array(String)}
    ORDER BY person_key`,
  params: z.object({ tenant: z.string().min(1), personKeys: z.array(z.string()) }),
  row: z.object({
    person_key: z.string(),
    name: z.string(),
    email: z.string(),
    company: z.string(),
    phone: z.string(),
  }),
});
