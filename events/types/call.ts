import { z } from 'zod';
import { atMs, label, model, ms } from './common.ts';
import { usageTotals } from './metrics.ts';

export const channels = ['web', 'phone_inbound', 'phone_outbound', 'unknown'] as const;

export const participant = z.looseObject({
  id: label.optional(),
  name: label.optional(),
  email: label.optional(),
  company: label.optional(),
  /** What kind of participant LiveKit says it is (`STANDARD`, `SIP`). */
  kind: label.optional(),
});

export const sip = z.looseObject({
  callId: label.optional(),
  callerNumber: label.optional(),
  calledNumber: label.optional(),
  trunkId: label.optional(),
});

const about = {
  /** Personal data: attributes only, never keys or subjects. */
  room: z.looseObject({ name: label.optional(), sid: label.optional() }).optional(),
  participant: participant.optional(),
  sip: sip.optional(),
  device: z.looseObject({ browser: label.optional(), os: label.optional() }).optional(),
  region: label.optional(),
  location: label.optional(),
};

const models = z.looseObject({ stt: model.optional(), llm: model.optional(), tts: model.optional() });

export const callStarted = z.looseObject({
  startedAt: atMs,
  agent: z.looseObject({ name: label, version: label.optional(), configVersion: label.optional() }),
  sdk: z.looseObject({ name: label, version: label.optional() }),
  channel: z.enum(channels),
  ...about,
  models: models.optional(),
  /** Names of the signals that the agent asks for, so that discovery can be shown as known / asked for. */
  signals: z.array(label).optional(),
  /** Vendors that are stood in for by protocol emulators in this call; pages name them as such. */
  emulated: z.array(label).optional(),
});

/** What became known later: the participant joined, attributes changed. Absent fields keep their value. */
export const callUpdated = z.looseObject({
  ...about,
  /** An agent that took over may work with other models. */
  models: models.optional(),
});

export const endReasons = [
  'caller_hung_up',
  /** The line broke: the caller did not leave, he was gone. */
  'line_lost',
  'agent_ended',
  'transferred',
  'room_closed',
  'shutdown',
  'error',
  'agent_lost',
  /** The caller waited alone, until he left or the room was closed. */
  'agent_never_came',
  'unknown',
] as const;

/** Business: who ended the call, why, when. Metrics may come after it. */
export const callEnded = z.looseObject({
  endedAt: atMs,
  reason: z.enum(endReasons),
  by: z.enum(['caller', 'agent', 'system', 'unknown']),
  detail: label.optional(),
  durationMs: ms.optional(),
  usage: usageTotals.optional(),
  /** agent_lost only: the last event that the sweep had seen; a later one of that producer revises the closing. */
  lastEventId: z.string().optional(),
  lastEventAt: atMs.optional(),
});

export const consentStated = z.looseObject({
  what: label,
  given: z.boolean(),
  itemId: label.optional(),
});

export const agentHandoff = z.looseObject({ from: label.nullable(), to: label });

export const recordingMade = z.looseObject({
  url: z.string(),
  format: label,
  durationMs: ms.optional(),
  channels: z.int().optional(),
  /** First sample, so that what is heard can be laid beside what was measured. */
  startedAt: atMs.optional(),
  bytes: z.int().nonnegative().optional(),
});
