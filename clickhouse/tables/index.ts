import { access } from './access.ts';
import { alerts, deliveries } from './alerts.ts';
import { events } from './events.ts';
import { transcripts, signals, toolCalls, knowledgeSearches } from './conversation.ts';
import { metrics, qualitySamples } from './measurements.ts';
import { errors, deadLetters } from './problems.ts';
import { sessions, books } from './calls.ts';
import { turns, turnParts } from './turns.ts';
import { usage, quarantined } from './usage.ts';
import { analysisResults, leads } from './results.ts';

/** Every table that rows go into. Columns are described in the migrations; `RowOf` gives a table's row. */
export const tables = {
  access,
  events,
  transcripts,
  signals,
  toolCalls,
  knowledgeSearches,
  metrics,
  qualitySamples,
  errors,
  deadLetters,
  sessions,
  books,
  turns,
  turnParts,
  usage,
  quarantined,
  analysisResults,
  leads,
  alerts,
  deliveries,
};
