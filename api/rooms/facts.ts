import type { FactData, FactOf } from '../../events/catalogue.ts';
import type { RoomEvent } from './webhook.ts';

type RoomFact = 'room.started' | 'room.finished' | 'participant.joined' | 'participant.left';
/** What a webhook says, as a fact without its frame. */
export type Told = { [Type in RoomFact]: Pick<FactOf<Type>, 'type' | 'data'> }[RoomFact];
type Participant = NonNullable<RoomEvent['participant']>;

/** Longest attribute that the contract takes. */
const MOST_CHARACTERS = 500;
const CALLERS: readonly string[] = ['STANDARD', 'SIP'];
const SECOND_MS = 1_000;

/** Undefined for webhooks that say nothing of who is in the room (tracks, recordings). */
export function toldBy({ event, room, participant }: RoomEvent): Told | undefined {
  if (!room) return undefined;
  const named = { room: defined({ name: short(room.name), sid: short(room.sid) }) };
  switch (event) {
    case 'room_started':
      return { type: 'room.started', data: named };
    case 'room_finished':
      return { type: 'room.finished', data: named };
    case 'participant_joined':
      return participant && { type: 'participant.joined', data: joined(participant) };
    case 'participant_left':
      return participant && { type: 'participant.left', data: left(participant) };
    default:
      return undefined;
  }
}

/** The agent's job by its identity in the room; undefined for everybody else. */
export function jobOf({ participant }: RoomEvent): string | undefined {
  return participant?.kind === 'AGENT' ? /^agent-([A-Za-z0-9_-]{1,64})$/.exec(participant.identity)?.[1] : undefined;
}

/** Under which name an agent was sent for, as the server states it. */
export function agentNameOf({ participant }: RoomEvent): string | undefined {
  return participant?.kind === 'AGENT' ? participant.attributes['lk.agent_name'] : undefined;
}

function joined(participant: Participant): FactData<'participant.joined'> {
  const { joinedAt, joinedAtMs } = participant;
  const somebody = { ...who(participant), joinedAt: joinedAtMs || joinedAt * SECOND_MS };
  if (somebody.role !== 'caller') return somebody;
  const { attributes, metadata, name } = participant;
  const stated = { ...objectIn(metadata), ...attributes };
  const sip = defined({
    callId: short(stated['sip.callID']),
    callerNumber: short(stated['sip.phoneNumber']),
    calledNumber: short(stated['sip.trunkPhoneNumber']),
  });
  return {
    ...somebody,
    participant: defined({ name: short(name), email: short(stated['email']), company: short(stated['company']) }),
    ...(Object.keys(sip).length > 0 ? { sip } : {}),
  };
}

function left(participant: Participant): FactData<'participant.left'> {
  return { ...who(participant), reason: participant.disconnectReason.slice(0, MOST_CHARACTERS) };
}

function who({ identity, kind }: Participant) {
  const role = kind === 'AGENT' ? 'agent' : CALLERS.includes(kind) ? 'caller' : 'other';
  return { role, kind, ...defined({ identity: short(identity) }) } as const;
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** A caller may write what he likes; undefined for what is no text or empty. */
function short(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, MOST_CHARACTERS) : undefined;
}

type Defined<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

function defined<Fields extends object>(fields: Fields): Defined<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<Fields>;
}
