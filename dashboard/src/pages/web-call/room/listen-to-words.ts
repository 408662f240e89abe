import type { Room, TextStreamReader } from 'livekit-client';
import type { Line } from './words.ts';

const TOPIC = 'lk.transcription';
const SEGMENT = 'lk.segment_id';
const FINAL = 'lk.transcription_final';

/**
 * Tells what is written down of both: the caller's words in whole every time, the agent's as they are spoken. To be called
 * before the room is joined, so that no greeting is missed.
 */
export function listenToWords(room: Room, tell: (line: Line) => void): void {
  const read = async (reader: TextStreamReader, identity: string) => {
    const { id, attributes = {} } = reader.info;
    const by = identity === room.localParticipant.identity ? 'caller' : 'agent';
    const line = { id: `${identity} ${attributes[SEGMENT] ?? id}`, by } as const;
    let text = '';
    for await (const chunk of reader) {
      text += chunk;
      tell({ ...line, text, final: false });
    }
    const final = by === 'agent' || attributes[FINAL] === 'true';
    if (text !== '') tell({ ...line, text, final });
  };
  // A stream that breaks off leaves what came of it.
  room.registerTextStreamHandler(TOPIC, (reader, { identity }) => void read(reader, identity).catch(() => undefined));
}
