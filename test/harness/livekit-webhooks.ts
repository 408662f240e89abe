import { createHash, randomBytes } from 'node:crypto';
import { AccessToken, ParticipantInfo, Room, WebhookEvent } from 'livekit-server-sdk';

/** What a LiveKit server and its api have in common. */
export const LIVEKIT = {
  LIVEKIT_URL: 'wss://livekit.example',
  LIVEKIT_API_KEY: 'devkey',
  LIVEKIT_API_SECRET: 'a-secret-of-at-least-32-characters',
};

/** As LiveKit names them. */
type Kind = 'STANDARD' | 'SIP' | 'AGENT' | 'EGRESS';
type Reason = 'UNKNOWN_REASON' | 'CLIENT_INITIATED' | 'ROOM_DELETED' | 'CONNECTION_TIMEOUT';

type Who = { identity: string; kind?: Kind; name?: string; attributes?: Record<string, string> };

/** A room of which webhooks are told as a LiveKit server does. */
export type ToldRoom = {
  name: string;
  sid: string;
  started(): string;
  joined(who: Who): string;
  left(who: Who, reason?: Reason): string;
  finished(): string;
  other(event: string): string;
};

const SECOND_MS = 1_000;

/** Bodies of webhooks of one room. @param metadata what whoever made the room wrote on it */
export function toldRoom(
  metadata = '',
  { name = `web-${randomBytes(6).toString('hex')}`, sid = `RM_${randomBytes(6).toString('hex')}` } = {},
): ToldRoom {
  const body = (event: string, participant?: ParticipantInfo) => {
    const told = new WebhookEvent({
      id: `EV_${randomBytes(6).toString('hex')}`,
      createdAt: BigInt(Math.floor(Date.now() / SECOND_MS)),
      room: new Room({ name, sid, metadata, turnPassword: 'turn-secret' }),
      ...(participant === undefined ? {} : { participant }),
    });
    // The SDK's class empties the name that its constructor is given.
    return JSON.stringify({ ...(told.toJson() as object), event });
  };
  const info = ({ kind = 'STANDARD', ...who }: Who, reason: Reason = 'UNKNOWN_REASON') =>
    ParticipantInfo.fromJson({ ...who, kind, joinedAtMs: String(Date.now()), disconnectReason: reason });
  return {
    name,
    sid,
    started: () => body('room_started'),
    joined: (who) => body('participant_joined', info(who)),
    left: (who, reason = 'CLIENT_INITIATED') => body('participant_left', info(who, reason)),
    finished: () => body('room_finished'),
    other: (event) => body(event),
  };
}

/** The header Authorization as a LiveKit server makes it. */
export function signatureOf(body: string, { key = LIVEKIT.LIVEKIT_API_KEY, secret = LIVEKIT.LIVEKIT_API_SECRET } = {}) {
  const token = new AccessToken(key, secret, { ttl: '5m' });
  token.sha256 = createHash('sha256').update(body).digest('base64');
  return token.toJwt();
}

/** Posts a webhook. */
export async function post(url: string, body: string, signature?: string): Promise<Response> {
  const headers = { 'Content-Type': 'application/webhook+json', Authorization: signature ?? (await signatureOf(body)) };
  return fetch(`${url}/v1/livekit/webhooks`, { method: 'POST', headers, body });
}
