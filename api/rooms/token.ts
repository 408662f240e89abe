import { randomBytes } from 'node:crypto';
import { AccessToken, RoomAgentDispatch, RoomConfiguration, TokenVerifier, TrackSource } from 'livekit-server-sdk';
import { z } from 'zod';
import { EarshotError } from '../../lib/errors.ts';
import type { LiveKit } from './livekit.ts';

const MINUTE_S = 60;
/** So long the token opens the room. */
const JOIN_S = 10 * MINUTE_S;
/** So long after that its page may report from the call: no call lasts longer. */
const REPORT_S = 4 * 60 * MINUTE_S;
/** A room closes so long after it was made and nobody came, and after everybody has left. */
const EMPTY_S = MINUTE_S;
const DEPARTURE_S = 10;
/** The caller and a colleague who takes over. Agents do not count; one place is left for who comes back. */
const MOST_PARTICIPANTS = 3;

export type WebCall = {
  tenant: string;
  /** Configuration of the agent: `name` or `name@version`. */
  agent?: string | undefined;
  name?: string | undefined;
  email?: string | undefined;
  company?: string | undefined;
};

/** Where a caller sits: a room of his own, which he may join until then. */
export const seat = z.object({ room: z.string(), identity: z.string(), expiresAtMs: z.number() });
export type Seat = z.infer<typeof seat>;

export function newSeat(): Seat {
  return { room: `web-${random()}`, identity: `caller-${random()}`, expiresAtMs: Date.now() + JOIN_S * 1_000 };
}

/** A token for one room of one tenant: join it, speak, listen; nothing else. */
export async function makeToken(
  livekit: LiveKit,
  asked: WebCall,
  { room, identity, expiresAtMs }: Seat,
): Promise<string> {
  const { tenant, agent, name, email, company } = asked;
  const access = new AccessToken(livekit.apiKey, livekit.apiSecret, {
    identity,
    ttl: Math.ceil((expiresAtMs - Date.now()) / 1_000),
    ...(name === undefined ? {} : { name }),
    attributes: { ...(email === undefined ? {} : { email }), ...(company === undefined ? {} : { company }) },
  });
  access.addGrant({
    roomJoin: true,
    room,
    canPublish: true,
    canPublishSources: [TrackSource.MICROPHONE],
    canSubscribe: true,
    canPublishData: false,
    canUpdateOwnMetadata: false,
  });
  const metadata = { tenant, channel: 'web', ...(agent === undefined ? {} : { config: agent }) };
  access.roomConfig = new RoomConfiguration({
    metadata: JSON.stringify({ earshot: { tenant } }),
    emptyTimeout: EMPTY_S,
    departureTimeout: DEPARTURE_S,
    maxParticipants: MOST_PARTICIPANTS,
    agents: [new RoomAgentDispatch({ agentName: livekit.agentName, metadata: JSON.stringify(metadata) })],
  });
  return access.toJwt();
}

/**
 * Checks that who reports from a room has the caller's token for it.
 *
 * @throws EarshotError `unauthenticated` without a caller's token that is valid; `not_found` where it opens another room.
 */
export async function checkCaller(livekit: LiveKit, room: string, authorization: string | undefined): Promise<void> {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  const claims = token === undefined ? undefined : await verified(livekit, token);
  const isCaller = claims?.video?.roomJoin === true && claims.sub?.startsWith('caller-') === true;
  if (!isCaller) throw noCaller();
  if (claims.video?.room !== room) {
    const fix = 'report to the address that came with the token';
    throw new EarshotError({ code: 'not_found', message: 'there is no such room', fix });
  }
}

async function verified({ apiKey, apiSecret }: LiveKit, token: string) {
  try {
    return await new TokenVerifier(apiKey, apiSecret).verify(token, REPORT_S);
  } catch {
    return undefined;
  }
}

function noCaller(): EarshotError {
  const message = "there is no valid caller's token in the request";
  const fix = 'send Authorization: Bearer <token> as POST /v1/web-calls gave it';
  return new EarshotError({ code: 'unauthenticated', message, fix });
}

function random(): string {
  return randomBytes(16).toString('base64url');
}
