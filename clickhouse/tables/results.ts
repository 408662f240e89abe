import { bigUint64, nullable, oneOf, text, time, uint16, uint64, uint8, word } from './columns.ts';
import { defineTable } from './define.ts';

/** Results by analyser and version. Kept. */
export const analysisResults = defineTable('analysis_results_v1', {
  tenant: word(),
  call_id: text(),
  analyser: word(),
  analyser_version: uint16(),
  engine: oneOf('llm', 'rules'),
  version: uint64(),
  confidence: oneOf('high', 'medium', 'low'),
  result: text(),
});

/** One row a person; the only table with names and addresses. Kept, erasable. */
export const leads = defineTable('leads_v1', {
  tenant: word(),
  person_key: text(),
  version: bigUint64(),
  name: text(),
  email: text(),
  company: text(),
  phone: text(),
  last_call_id: text(),
  last_call_at: time(),
  lead_score: nullable(uint8()),
  tier: oneOf('tier_1', 'tier_2', 'none'),
});
