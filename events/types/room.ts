import { z } from 'zod';
import { participant, sip } from './call.ts';
import { atMs, label, ms } from './common.ts';
import { token } from '../ids.ts';

/** Personal data: attributes only, never keys or subjects. A room that the server made anew has another sid. */
const room = z.looseObject({ name: label.optional(), sid: label.optional() });

export const roomStarted = z.looseObject({ room });
export const roomFinished = z.looseObject({ room });

export const roomRoles = ['caller', 'agent', 'other'] as const;

const somebody = {
  role: z.enum(roomRoles),
  identity: label.optional(),
  /** As LiveKit names it: STANDARD, SIP, AGENT, EGRESS, … */
  kind: label,
};

export const participantJoined = z.looseObject({
  ...somebody,
  joinedAt: atMs,
  /** Of callers, as their token or their line says: who waited is known also when no agent came. */
  participant: participant.optional(),
  sip: sip.optional(),
});

/** `reason` as LiveKit names it: CLIENT_INITIATED, CONNECTION_TIMEOUT, ROOM_DELETED, … */
export const participantLeft = z.looseObject({ ...somebody, reason: label });

/** An agent joined: what follows of this room is told under `call`. Published under the call of the waiting caller. */
export const callLinked = z.looseObject({ call: token });

/** A caller waits for so long already, and no agent came. */
export const agentAwaited = z.looseObject({ waitedMs: ms });

/** At the caller's ear: he stopped speaking, and so much later heard the first sound of an answer. The page's clock. */
export const pageHeard = z.looseObject({ heardMs: ms, stoppedAtMs: atMs, startedAtMs: atMs });
