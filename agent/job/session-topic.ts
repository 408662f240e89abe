import { ByteStreamWriter, type Room } from '@livekit/rtc-node';

/** On it the SDK tells every participant what the session does, and takes orders from the linked one. */
const TOPIC = 'lk.agent.session';

/**
 * Shuts the SDK's own channel of the session in both directions: open, it hands any caller the system prompt, the tools'
 * arguments and outputs, and lets him inject turns. To be called after `connect` and before `session.start`. The SDK has
 * no setting for it.
 */
export function shutSessionTopic(room: Room): void {
  const participant = room.localParticipant;
  if (!participant) throw new Error('the room must be connected first');
  const stream = participant.streamBytes.bind(participant);
  participant.streamBytes = (options) => (options?.topic === TOPIC ? Promise.resolve(toNobody()) : stream(options));
  const register = room.registerByteStreamHandler.bind(room);
  room.registerByteStreamHandler = (topic, handler) => {
    if (topic !== TOPIC) register(topic, handler);
  };
}

function toNobody(): ByteStreamWriter {
  const info = { streamId: '', mimeType: '', topic: TOPIC, timestamp: Date.now(), name: '' };
  return new ByteStreamWriter(new WritableStream<Uint8Array>(), info);
}
