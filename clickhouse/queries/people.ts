import { z } from 'zod';
import { defineQuery } from '../query.ts';

/** Who are these people? One row a person, with how often he called; names are empty where unknown. */
export const people = defineQuery({
  name: 'people',
  sql: `
    SELECT lead.person_key AS person_key, name, email, company, phone, ifNull(calls, 0) AS calls
    FROM (
      SELECT * FROM leads_v1 FINAL WHERE tenant = {tenant:String} AND person_key IN {personKeys:Array(String)}
    ) AS lead
    LEFT JOIN (
      SELECT person_key, count() AS calls
      FROM sessions_v1 FINAL
      WHERE tenant = {tenant:String} AND listed AND person_key IN {personKeys:Array(String)}
      GROUP BY person_key
    ) AS called ON called.person_key = lead.person_key
    ORDER BY person_key`,
  params: z.object({ tenant: z.string().min(1), personKeys: z.array(z.string()) }),
  row: z.object({
    person_key: z.string(),
    name: z.string(),
    email: z.string(),
    company: z.string(),
    phone: z.string(),
    calls: z.number(),
  }),
});
