import type { FactData } from '../../../events/catalogue.ts';
import { read, text } from './job.ts';
import type { Ending } from './ending.ts';
import { leavingOf } from './leaving.ts';
import { defined } from './values.ts';
import type { Emitter, Watch } from './watch.ts';

/** Kinds of participants that are callers. */
const STANDARD = 0;
const SIP = 3;

/** Who the caller is, as the room tells it, and why he left when it was not his doing. */
export function watchRoom(watch: Watch, room: unknown, onEnding: (ending: Ending) => void): void {
  if (!isRoom(room)) return;
  const joined = (participant: unknown) => {
    const kind = read(participant, 'kind');
    if (kind === STANDARD || kind === SIP) watch.publish('call.updated', callerFact(participant));
  };
  listen(watch, room, 'participantConnected', joined);
  listen(watch, room, 'participantDisconnected', (participant) => {
    const leaving = leavingOf(read(participant, 'disconnectReason'));
    if (leaving?.by === 'system') onEnding({ reason: leaving.reason, by: leaving.by, detail: leaving.name });
  });
  listen(watch, room, 'disconnected', () => {
    if (!watch.closing()) onEnding({ reason: 'room_closed', by: 'system', detail: 'room disconnected' });
  });
  for (const participant of room.remoteParticipants?.values() ?? []) joined(participant);
}

type Room = Emitter & { remoteParticipants?: Map<string, unknown> };

function isRoom(value: unknown): value is Room {
  return typeof read(value, 'on') === 'function' && typeof read(value, 'off') === 'function';
}

function listen(watch: Watch, room: Room, event: string, handle: (participant: unknown) => void): void {
  const listener = watch.guard(`room ${event}`, handle);
  room.on(event, listener);
  watch.onDetach(() => room.off(event, listener));
}

/** Name, address and company come as attributes or in the JSON of the metadata, as the caller's token was made. */
function callerFact(participant: unknown): FactData<'call.updated'> {
  const attributes = read(participant, 'attributes');
  const metadata = json(read(participant, 'metadata'));
  const known = (key: string) => text(attributes, key) ?? text(metadata, key);
  const sip = defined({
    callId: text(attributes, 'sip.callID'),
    callerNumber: text(attributes, 'sip.phoneNumber'),
    calledNumber: text(attributes, 'sip.trunkPhoneNumber'),
    trunkId: text(attributes, 'sip.trunkID'),
  });
  return {
    participant: defined({
      id: text(participant, 'identity'),
      name: text(participant, 'name') ?? known('name'),
      email: known('email'),
      company: known('company'),
    }),
    ...(Object.keys(sip).length > 0 ? { sip } : {}),
  };
}

function json(value: unknown): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : undefined;
  } catch {
    return undefined;
  }
}
