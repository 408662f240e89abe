import { z } from 'zod';
import { callFilter, sessionsInRange } from '../filter.ts';
import { defineQuery } from '../query.ts';

const columns = ['agent_name', 'agent_version', 'channel', 'llm_model', 'region'] as const;
const distinct = columns.map((column) => `arraySort(groupUniqArrayIf(toString(${column}), ${column} != ''))`);

/** What can calls be filtered by? One row with the values that occur in the calls of a range. */
export const facetsOfRange = defineQuery({
  name: 'facets-of-range',
  sql: `
    SELECT ${columns.map((column, index) => `${distinct[index]} AS ${column}s`).join(', ')}
    FROM (${sessionsInRange})`,
  params: callFilter,
  row: z.object({
    agent_names: z.array(z.string()),
    agent_versions: z.array(z.string()),
    channels: z.array(z.string()),
    llm_models: z.array(z.string()),
    regions: z.array(z.string()),
  }),
});
