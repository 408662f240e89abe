import { z } from 'zod';
import { count, label } from './common.ts';

const seq = z.int().positive();

/** A sign of life every `intervalMs`; six missing ones, and the worker closes the call as agent_lost. */
export const producerBeat = z.looseObject({
  intervalMs: z.int().positive(),
  /** Events in the spool that the broker has not acknowledged. */
  pending: count,
  spoolBytes: count,
  /** 99th percentile of the event loop's delay since the last beat, ms. */
  loopDelayP99Ms: z.number().nullable(),
});

/** Events that were numbered and refused (spool full): declared, so that a gap is visible as a gap. */
export const producerGap = z.looseObject({
  firstSeq: seq,
  lastSeq: seq,
  count: seq,
  /** `refused`: the broker will never take them (wrong stream, no permission); they are kept beside the spool. */
  reason: z.enum(['spool_full', 'spool_failed', 'too_large', 'refused']),
});

/** Accounting: this producer wrote `lastSeq` events in all, this one included. */
export const producerClosed = z.looseObject({ lastSeq: seq, by: z.enum(['self', 'drain']) });

/** The collector goes on with less: the spool writes asynchronously or cannot write at all, texts were cut. */
export const producerDegraded = z.looseObject({
  what: z.enum(['spool_async', 'spool_memory', 'text_cut', 'listener_failed']),
  detail: label,
});
