import { flag, nullable, oneOf, text, time, uint32, uint64, uint8, word } from './columns.ts';
import { defineTable } from './define.ts';

/** Errors, fallbacks and degradations of sessions. Kept. */
export const errors = defineTable('errors_v1', {
  tenant: word(),
  call_id: text(),
  event_id: text(),
  kind: oneOf('error', 'fallback', 'degraded'),
  source: word(),
  message: text(),
  recoverable: flag(),
  component: text(),
  at: time(),
  broker_at: time(),
});

/** What could not be understood; the bytes are in the dead-letter stream. Kept. */
export const deadLetters = defineTable('dead_letters_v1', {
  tenant: word(),
  call_id: text(),
  event_id: text(),
  letter_seq: uint64(),
  producer_kind: word(),
  producer_instance: text(),
  seq: nullable(uint32()),
  subject: text(),
  stage: oneOf('ingest', 'derive', 'analyse', 'deliver'),
  code: word(),
  field: text(),
  reason: text(),
  tries: uint8(),
  state: oneOf('dead', 'redriven'),
  bytes: uint32(),
  at: time(),
  version: uint64(),
});
