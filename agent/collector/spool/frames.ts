import { crc32 } from 'node:zlib';

/** One event as the spool keeps it: `body` is the encoded event, byte for byte what goes to the broker. */
export type Entry = { seq: number; type: string; body: Uint8Array };

/** u32 body bytes, u32 checksum of all that follows, u32 seq, u8 type bytes; then type and body. */
const HEADER_BYTES = 13;
const CHECKED_FROM = 8;

export function frameBytes(entry: Entry): number {
  return HEADER_BYTES + entry.type.length + entry.body.byteLength;
}

/** The buffers of one frame, for `writev`. Types are ASCII. */
export function frame(entry: Entry): [head: Buffer, body: Uint8Array] {
  const head = Buffer.allocUnsafe(HEADER_BYTES + entry.type.length);
  head.writeUInt32LE(entry.body.byteLength, 0);
  head.writeUInt32LE(entry.seq, 8);
  head.writeUInt8(entry.type.length, 12);
  head.write(entry.type, HEADER_BYTES, 'latin1');
  head.writeUInt32LE(crc32(entry.body, crc32(head.subarray(CHECKED_FROM))), 4);
  return [head, entry.body];
}

/**
 * Reads the frames of a segment up to the first that is torn (the process died in the middle of a write). `goodBytes`
 * is where the file is to be cut.
 */
export function readFrames(bytes: Buffer): { entries: Entry[]; goodBytes: number } {
  const entries: Entry[] = [];
  let at = 0;
  while (at + HEADER_BYTES <= bytes.length) {
    const typeEnds = at + HEADER_BYTES + bytes.readUInt8(at + 12);
    const ends = typeEnds + bytes.readUInt32LE(at);
    if (ends > bytes.length || crc32(bytes.subarray(at + CHECKED_FROM, ends)) !== bytes.readUInt32LE(at + 4)) break;
    entries.push({
      seq: bytes.readUInt32LE(at + 8),
      type: bytes.toString('latin1', at + HEADER_BYTES, typeEnds),
      body: bytes.subarray(typeEnds, ends),
    });
    at = ends;
  }
  return { entries, goodBytes: at };
}
