import type { Fact } from '../../events/catalogue.ts';
import type { Producer } from '../../events/envelope.ts';
import type { channels, endReasons } from '../../events/types/call.ts';
import type { ScoringConfig } from './scoringConfig.ts';

export type ConclusionConfig = {
  scoring: ScoringConfig;
  /** The tenant's secret under which e-mail addresses and numbers are hashed into person keys. */
  personSecret: string;
};

export type ConclusionInput = {
  tenant: string;
  call: string;
  /** In any order, repeated or incomplete. */
  facts: readonly StoredFact[];
  deadLetters: readonly DeadLetter[];
  unknown?: readonly UnknownEvent[];
  config: ConclusionConfig;
};

/** A fact as the store keeps it. Times are epoch ms. */
export type StoredFact = {
  fact: Fact;
  /** When the broker stored it. */
  brokerAt: number;
  /** True when the time that the producer stated cannot be true; the broker's is used in its place. */
  atQuarantined?: boolean;
};

/** An event of a type that this worker does not know: no conclusion reads it, the books count it. */
export type UnknownEvent = { id: string; producer: Producer; brokerAt: number };

/** What the books need to know of an event that could not be read; empty strings and null where nothing says it. */
export type DeadLetter = {
  eventId: string;
  producerKind: string;
  producerInstance: string;
  seq: number | null;
  /** Epoch ms at which the broker stored the original message. */
  at: number;
};

export type Channel = (typeof channels)[number];
export type EndReason = (typeof endReasons)[number];
export type EndedBy = 'caller' | 'agent' | 'system' | 'unknown';
export type Tier = 'tier_1' | 'tier_2' | 'none';
export type Confidence = 'high' | 'medium' | 'low';

export type SessionConclusion = {
  personKey: string;
  /** Empty while unknown, like the other names. */
  agentName: string;
  agentVersion: string;
  configVersion: string;
  channel: Channel;
  sttModel: string;
  llmModel: string;
  ttsModel: string;
  region: string;
  status: 'active' | 'ended';
  /** A caller is in a room that no agent has joined. */
  waiting: boolean;
  /** The call that the agent took, where this was the waiting for it; else empty. */
  linkedTo: string;
  /** False for what is no call by itself. */
  listed: boolean;
  startedAt: number;
  endedAt: number | null;
  durationMs: number | null;
  endReason: EndReason | '';
  endedBy: EndedBy | '';
  /** Exchanges, the greeting not counted. */
  turns: number;
  callerItems: number;
  agentItems: number;
  interruptions: number;
  errors: number;
  fallbacks: number;
  callerTalkMs: number | null;
  agentTalkMs: number | null;
  lastCallerWords: string;
  lastAgentWords: string;
  lastAgentWordsCut: 'heard' | 'unknown' | '';
  /** The line went dead while somebody spoke. */
  cutOff: boolean;
  signalsKnown: number;
  signalsAsked: number | null;
  leadScore: number | null;
  tier: Tier;
  hot: boolean;
  /** Booked in the call. */
  meetings: number;
  /** All of it, with its analysis; null until the call has been analysed, and where any of it has no price. */
  cost: { amount: number; currency: string } | null;
  complete: boolean;
  emulated: string[];
  /** Broker time of the newest event. */
  lastEventAt: number;
  /** 0 where there is no heartbeat. */
  heartbeatMs: number;
  closingEventId: string;
};

/** Why a turn counts in no percentile of latency; empty when it counts. */
export type Excluded =
  | ''
  /** Turn 0: nobody had spoken before. */
  | 'greeting'
  /** When the caller stopped speaking is not known (typed input, an unreliable end of speech). */
  | 'no_anchor'
  /** No frame of an answer was heard, or none is known of. */
  | 'not_heard'
  /** The line went dead before an answer was heard. */
  | 'cut_off'
  /** A value that the latency rests on cannot be true. */
  | 'quarantined';

export type Turn = {
  turn: number;
  speechIds: string[];
  callerItemIds: string[];
  agentItemIds: string[];
  startedAt: number;
  anchorAt: number | null;
  heardAt: number | null;
  heardMs: number | null;
  heardBasis: 'agent_playout' | '';
  /** At the caller's ear, by his page. */
  heardCallerMs: number | null;
  eouDelayMs: number | null;
  transcriptionDelayMs: number | null;
  turnHookMs: number | null;
  llmTtftMs: number | null;
  ttsTtfbMs: number | null;
  totalLatencyMs: number | null;
  unexplainedMs: number | null;
  toolCalls: number;
  modelCalls: number;
  interrupted: boolean;
  cancelled: boolean;
  excluded: Excluded;
};

export const partNames = [
  'end_of_turn',
  'transcription',
  'turn_hook',
  'model',
  'tool',
  'sentence',
  'synthesis',
  'playout',
  'unexplained',
] as const;
export type PartName = (typeof partNames)[number];

/** An interval of a turn's waterfall, ms after the anchor. Parts of a turn touch, do not overlap and sum to heardMs. */
export type TurnPart = {
  turn: number;
  position: number;
  part: PartName;
  name: string;
  fromMs: number;
  toMs: number;
  durationMs: number;
};

export type UsageKind = 'llm' | 'tts' | 'stt' | 'realtime' | 'interruption' | 'eot';

export type UsageConclusion = {
  kind: UsageKind;
  provider: string;
  model: string;
  reportedInputTokens: number | null;
  reportedCachedTokens: number | null;
  reportedOutputTokens: number | null;
  reportedCharacters: number | null;
  reportedAudioMs: number | null;
  believedInputTokens: number | null;
  believedCachedTokens: number | null;
  believedOutputTokens: number | null;
  believedCharacters: number | null;
  believedAudioMs: number | null;
  unheardOutputTokens: number | null;
  requests: number;
  cancelledRequests: number;
  notes: string[];
};

export type QuarantineReason = 'over_60_s' | 'negative' | 'epoch' | 'end_before_start' | 'zeros';
export type Quarantined = {
  eventId: string;
  field: string;
  value: number;
  reason: QuarantineReason;
};

export type Evidence = { eventId: string; itemId: string | null; quote: string | null };
export type ScoredSignal = {
  signal: string;
  value: unknown;
  /** False: not said, withdrawn, or not readable; it gives 0 points. */
  known: boolean;
  points: number;
  maxPoints: number;
  /** The line of the table that gave the points: `5-10 → 15`. */
  rule: string;
  evidence: Evidence | null;
  /** After the call: whose word the value is (docs/scoring.md). */
  source?: string | null;
};
export type LeadScore = {
  version: number;
  /** 0-100; null when no scored signal is known. */
  score: number | null;
  points: number;
  maxPoints: number;
  tier: Tier;
  hot: boolean;
  confidence: Confidence;
  breakdown: ScoredSignal[];
  /** Each 0-100 or null; they describe the lead and do not add up to the score. */
  parts: {
    demographic: number | null;
    behavioural: number | null;
    firmographic: number | null;
    intent: number | null;
    fit: number | null;
  };
  /** What sales should do next: one sentence. */
  nextStep: string;
};

export type Lead = {
  personKey: string;
  name: string;
  email: string;
  company: string;
  phone: string;
  lastCallId: string;
  lastCallAt: number;
  leadScore: number | null;
  tier: Tier;
};

export type Book = {
  producerKind: string;
  producerInstance: string;
  published: number | null;
  stored: number;
  deadLettered: number;
  declaredGaps: number;
  /** First numbers that are nowhere, at most 100. */
  missing: number[];
  state: 'open' | 'balanced' | 'unbalanced' | 'uncounted';
  closedBy: 'self' | 'drain' | '';
};

/** All that follows from what is known of a call. */
export type CallConclusions = {
  /** Distinct events and dead letters read: the replacing version of every row. */
  read: number;
  session: SessionConclusion;
  turns: Turn[];
  parts: TurnPart[];
  usage: UsageConclusion[];
  quarantined: Quarantined[];
  /** Null when no signal at all is known. */
  leadScore: LeadScore | null;
  lead: Lead;
  books: Book[];
};
