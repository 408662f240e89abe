import { z } from 'zod';
import { evidence } from './transcript.ts';

/** What an engine finds in the words of a call (docs/analysis.md). Both engines give this and nothing else. */

export const objectionTypes = [
  'price',
  'timing',
  'authority',
  'trust',
  'integration',
  'feature',
  'competitor',
  'status_quo',
] as const;
export const stances = ['using', 'evaluating', 'left', 'mentioned'] as const;
export const owners = ['agent', 'team', 'user'] as const;
export const outcomes = [
  'meeting',
  'follow_up',
  'no_interest',
  'disqualified',
  'support_resolved',
  'support_unresolved',
  'hangup',
  'wrong_number',
  'voicemail',
] as const;
export const gapKinds = ['empty_search', 'unanswered', 'repeated'] as const;
export const moods = ['positive', 'neutral', 'negative'] as const;
export const emotions = ['frustration', 'enthusiasm', 'confusion', 'hesitation', 'relief', 'anger'] as const;

const percent = z.number().min(0).max(100);

/** A signal as the caller said it last; `history` is what he had said before, oldest first. */
export const foundSignal = z.strictObject({
  value: z.unknown(),
  evidence: z.array(evidence).min(1),
  /** The caller confirmed what the agent put to him. */
  confirmed: z.boolean().default(false),
  history: z.array(z.strictObject({ value: z.unknown(), evidence })).default([]),
  /** The ends of a range that was said: the value is its midpoint. */
  range: z.tuple([z.number(), z.number()]).optional(),
});

export const objection = z.strictObject({
  ...evidence.shape,
  type: z.enum(objectionTypes),
  resolved: z.boolean(),
  /** The words by which it was accepted or dropped; null while it stands. */
  resolution: evidence.nullable(),
});

export const competitor = z.strictObject({
  ...evidence.shape,
  /** Lower case, as vocabularies name it. */
  name: z.string().min(1),
  stance: z.enum(stances),
});

export const actionItem = z.strictObject({
  ...evidence.shape,
  owner: z.enum(owners),
  /** What is to be done, in the speaker's words. */
  action: z.string().min(1),
  /** As it was said; null where no date was said. */
  due: z.string().nullable(),
  kind: z.enum(['meeting', 'demo', 'document', 'call', 'trial', 'internal', 'other']),
});

export const contentGap = z.strictObject({
  ...evidence.shape,
  kind: z.enum(gapKinds),
  /** What was asked for, short. */
  topic: z.string().min(1),
});

export const segment = z.strictObject({
  /** Items from–to, both included. */
  from: z.int().min(1),
  to: z.int().min(1),
  overall: z.enum(moods),
  score: percent,
});

export const sentiment = z.strictObject({
  overall: z.enum(moods),
  /** 0 all negative, 50 neutral, 100 all positive. */
  score: percent,
  /** The call in up to three parts: its beginning, middle and end. */
  segments: z.array(segment),
  emotions: z.array(
    z.strictObject({ ...evidence.shape, emotion: z.enum(emotions), intensity: z.number().min(0).max(1) }),
  ),
  confidence: z.enum(['high', 'medium', 'low']),
});

export const outcome = z.strictObject({
  outcome: z.enum(outcomes),
  evidence: z.array(evidence),
});

/** A passage of the caller's that matters, with what it tells: a buying signal, a request, a stakeholder, a use. */
export const passageKinds = [
  'buying_signal',
  'feature_request',
  'stakeholder',
  'switching_barrier',
  'comparison_request',
  'affirmation',
  'question',
  'clarification',
  'topic',
  'listening',
] as const;
export const passage = z.strictObject({
  ...evidence.shape,
  kind: z.enum(passageKinds),
  /** Normalised name of what it is about, lower case: the feature, the role, the topic; empty where there is none. */
  about: z.string(),
  /** For questions: whether they were answered. */
  answered: z.boolean().optional(),
});

/** Personal data that was said, so that it can be masked; never its own text in a log. */
export const piiKinds = ['email', 'phone', 'card', 'iban', 'ssn', 'date_of_birth', 'address', 'name'] as const;
export const pii = z.strictObject({ ...evidence.shape, kind: z.enum(piiKinds) });

export const findings = z.strictObject({
  signals: z.record(z.string(), foundSignal),
  objections: z.array(objection),
  competitors: z.array(competitor),
  sentiment,
  actionItems: z.array(actionItem),
  contentGaps: z.array(contentGap),
  outcome,
  passages: z.array(passage),
  pii: z.array(pii),
});

export type FoundSignal = z.infer<typeof foundSignal>;
export type Objection = z.infer<typeof objection>;
export type Competitor = z.infer<typeof competitor>;
export type ActionItem = z.infer<typeof actionItem>;
export type ContentGap = z.infer<typeof contentGap>;
export type Sentiment = z.infer<typeof sentiment>;
export type Outcome = z.infer<typeof outcome>;
export type Passage = z.infer<typeof passage>;
export type Pii = z.infer<typeof pii>;
export type Findings = z.infer<typeof findings>;

export const engines = ['rules', 'llm'] as const;
export type Engine = (typeof engines)[number];
