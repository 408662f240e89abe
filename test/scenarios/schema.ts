import { z } from 'zod';
import { channels, endReasons } from '../../events/types/call.ts';
import { faults, voice } from '../vendors/script.ts';

/**
 * A scenario is written for 45 s at most; on a machine with much else to do it may take twice as long. A caller who is
 * still talking then is hung up on, and the run fails.
 */
export const LONGEST_CALL_MS = 90_000;

const says = z.string().min(1).max(400);
const intoAgentMs = z.int().min(0).max(20_000);

/** What the agent's model does when the caller has said the line. */
const answer = z.strictObject({
  records: z.array(z.strictObject({ name: z.string(), value: z.unknown(), quote: z.string().min(1) })).default([]),
  searches: z.array(z.strictObject({ query: z.string().min(1), category: z.string().optional() })).default([]),
  says,
});

const line = z.strictObject({
  caller: says,
  /** When he speaks: after the agent has finished (default), or so long into the agent's answer. */
  intoAgentMs: intoAgentMs.optional(),
  /** He thinks so long before he speaks, when he waits for the agent. */
  pauseMs: z.int().min(0).max(5_000).default(300),
  /** The line goes dead so long into his own words. */
  hangsUpAfterMs: z.int().min(100).max(20_000).optional(),
  agent: answer,
});

const ends = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('agent') }),
  z.strictObject({ by: z.literal('caller'), intoAgentMs: intoAgentMs.optional() }),
]);

/** What must be on record when the call is over. Tests assert it; absent fields are not looked at. */
const expectation = z.strictObject({
  end: z.strictObject({ reason: z.enum(endReasons), by: z.enum(['caller', 'agent', 'system']) }),
  signals: z.record(z.string(), z.unknown()).default({}),
  /** Items of the caller that were committed, at least. */
  callerItems: z.int().min(0),
  interruptedItems: z.int().min(0).optional(),
  /** Searches that found something. */
  searches: z.int().min(0).optional(),
  /** Searches that found nothing. */
  searchesInVain: z.int().min(0).optional(),
  fallback: z.enum(['stt']).optional(),
  /** Whose words the hang-up cut off. */
  cutOff: z.enum(['agent', 'caller']).optional(),
  /** Limits of the lead score that these signals give. */
  scoreAbove: z.int().min(0).max(100).optional(),
  scoreBelow: z.int().min(0).max(100).optional(),
  /** The wait until the agent is heard, at least, of the slowest answer. */
  slowestHeardAboveMs: z.int().min(0).optional(),
});

export const scenario = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower case with hyphens, as the file'),
  about: z.string().min(1).max(200),
  participant: z.strictObject({
    id: z.string().min(1),
    /** What the agent's platform knows of him; of a stranger on the phone nothing. */
    name: z.string().min(1).optional(),
    email: z.email().optional(),
    company: z.string().min(1).optional(),
  }),
  channel: z.enum(channels),
  callerNumber: z.string().optional(),
  voice,
  agentVoice: voice.prefault({ language: 'en-gb', rate: 190, pitch: 65 }),
  conversation: z.array(line).max(8),
  otherwise: says.default('I am sorry, I did not get that. Could you say it again?'),
  ends,
  faults: faults.prefault({}),
  expect: expectation,
});
export type Scenario = z.infer<typeof scenario>;
export type Line = Scenario['conversation'][number];
