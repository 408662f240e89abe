import { MAX_EVENT_BYTES } from './envelope.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** A stream that the product needs, in the broker's terms but in ms and bytes. Provisioned by `earshot stream provision`. */
export type StreamPlan = {
  name: string;
  subjects: string[];
  maxAgeMs: number;
  duplicateWindowMs: number;
  maxMessageBytes: number;
  /** 1: a later trigger for the same call replaces the waiting one. -1: all are kept. */
  maxMessagesPerSubject: number;
  why: string;
};

export const streams = {
  events: {
    name: 'EVENTS',
    subjects: ['ev.>'],
    maxAgeMs: 7 * DAY_MS,
    duplicateWindowMs: 10 * MINUTE_MS,
    maxMessageBytes: MAX_EVENT_BYTES,
    maxMessagesPerSubject: -1,
    why: 'every event of every call, kept for a week so that ingest can read again',
  },
  triggers: {
    name: 'TRIGGERS',
    subjects: ['derive.>'],
    maxAgeMs: 7 * DAY_MS,
    duplicateWindowMs: 2 * MINUTE_MS,
    maxMessageBytes: 4 * 1024,
    maxMessagesPerSubject: 1,
    why: 'one waiting trigger per call and lane; a later one replaces it',
  },
  analyses: {
    name: 'ANALYSES',
    subjects: ['analyse.>'],
    maxAgeMs: 7 * DAY_MS,
    /** Longer than a model takes for a call. */
    duplicateWindowMs: 30 * MINUTE_MS,
    maxMessageBytes: 4 * 1024,
    maxMessagesPerSubject: 1,
    why: 'one waiting question to the model per call and lane, kept while the model is away',
  },
  deadLetters: {
    name: 'DEADLETTERS',
    subjects: ['dlq.>'],
    maxAgeMs: 30 * DAY_MS,
    duplicateWindowMs: 10 * MINUTE_MS,
    maxMessageBytes: MAX_EVENT_BYTES + 16 * 1024,
    maxMessagesPerSubject: -1,
    why: 'what could not be understood, with its bytes and the reason',
  },
  outbox: {
    name: 'OUTBOX',
    subjects: ['outbox.>'],
    maxAgeMs: 30 * DAY_MS,
    duplicateWindowMs: 10 * MINUTE_MS,
    maxMessageBytes: MAX_EVENT_BYTES,
    maxMessagesPerSubject: -1,
    why: 'what was said of a call, kept longer than its events, so that it is said once',
  },
} as const satisfies Record<string, StreamPlan>;

/** `again`: an old call is concluded or analysed anew, which raises no alert. */
export const lanes = ['hot', 'standard', 'again'] as const;
export type Lane = (typeof lanes)[number];

export const subjects = {
  event: (tenant: string, call: string, type: string) => `ev.${tenant}.${call}.${type}`,
  derive: (lane: Lane, tenant: string, call: string) => `derive.${lane}.${tenant}.${call}`,
  analyse: (lane: Lane, tenant: string, call: string) => `analyse.${lane}.${tenant}.${call}`,
  deadLetter: (original: string) => `dlq.${original}`,
  /** At most one message each. */
  outbox: (tenant: string, call: string, rule: string) => `outbox.${tenant}.${call}.${rule}`,
  correction: (tenant: string, call: string, rule: string) => `outbox.${tenant}.${call}.${rule}.correction`,
};

/** Prefix of the subjects at which the broker answers a tenant's agents. No tenant's name can make it another's. */
export function agentInbox(tenant: string): string {
  return `_INBOX_agent_${tenant}`;
}

/** Tenant, call and type out of `ev.<tenant>.<call>.<type…>`; undefined when the subject has another form. */
export function parseEventSubject(subject: string): { tenant: string; call: string; type: string } | undefined {
  const [head, tenant, call, ...type] = subject.split('.');
  if (head !== 'ev' || !tenant || !call || type.length === 0) return undefined;
  return { tenant, call, type: type.join('.') };
}

type LanePlace = { lane: Lane; tenant: string; call: string };

/** Lane, tenant and call out of `derive.<lane>.<tenant>.<call>`; undefined when the subject has another form. */
export function parseDeriveSubject(subject: string): LanePlace | undefined {
  return parseLaneSubject('derive', subject);
}

/** Lane, tenant and call out of `analyse.<lane>.<tenant>.<call>`; undefined when the subject has another form. */
export function parseAnalyseSubject(subject: string): LanePlace | undefined {
  return parseLaneSubject('analyse', subject);
}

function parseLaneSubject(first: string, subject: string): LanePlace | undefined {
  const [head, lane, tenant, call] = subject.split('.');
  const known = lanes.find((one) => one === lane);
  if (head !== first || !known || !tenant || !call) return undefined;
  return { lane: known, tenant, call };
}

/** Tenant and call out of `outbox.<tenant>.<call>.<rule>…`; undefined when the subject has another form. */
export function parseOutboxSubject(subject: string): { tenant: string; call: string } | undefined {
  const [head, tenant, call] = subject.split('.');
  return head === 'outbox' && tenant && call ? { tenant, call } : undefined;
}
