import { z } from 'zod';
import { label } from './common.ts';

/** Somebody read what was said in a call. Published before the words are given away; without it none are. */
export const transcriptRead = z.looseObject({
  /** What he read: transcript, tools, events, … */
  what: label,
  /** Name of the key or of the login. */
  by: label,
  kind: z.enum(['key', 'session']),
  /** Public part of the key or session. */
  id: label,
  role: label,
  /** The request, as the log of the api has it. */
  requestId: label,
});
