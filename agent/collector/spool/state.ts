import fs from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { hasCode } from '../../../lib/errors.ts';

/** Events that were numbered and refused, and not yet declared. */
export type Gap = { firstSeq: number; lastSeq: number; reason: GapReason };
export const gapReasons = ['spool_full', 'spool_failed', 'too_large', 'refused'] as const;
export type GapReason = (typeof gapReasons)[number];

/**
 * What a producer's folder knows beside its frames. `acked`: all up to this seq is acknowledged. `unsure`: events were
 * sent without being on disk, so that nobody but the producer itself can know its last seq.
 */
export type SpoolState = { acked: number; gap: Gap | undefined; closed: boolean; unsure: boolean };

const FILE = 'state';
const CURSOR_AT = 0;
const NOTES_AT = 16;
const SIZE = 40;

/**
 * A small file that is overwritten in place (so also on a full disk). Two regions, each with its checksum, because the
 * cursor is written in the background and the notes at once.
 */
export class StateFile {
  readonly #fd: number;
  #state: SpoolState;
  #savedAcked: number;
  #saving = false;
  #closed = false;

  constructor(folder: string) {
    this.#state = readState(folder);
    this.#savedAcked = this.#state.acked;
    this.#fd = fs.openSync(path.join(folder, FILE), fs.constants.O_RDWR | fs.constants.O_CREAT, 0o600);
    fs.writeSync(this.#fd, Buffer.concat([cursorBytes(this.#savedAcked), notesBytes(this.#state)]), 0, SIZE, 0);
  }

  get state(): Readonly<SpoolState> {
    return this.#state;
  }

  /** At once: what is refused must be known to whoever drains this folder, and is rare. */
  note(notes: Partial<Omit<SpoolState, 'acked'>>): void {
    this.#state = { ...this.#state, ...notes };
    if (this.#closed) return;
    fs.writeSync(this.#fd, notesBytes(this.#state), 0, SIZE - NOTES_AT, NOTES_AT);
  }

  acked(seq: number): void {
    this.#state = { ...this.#state, acked: seq };
  }

  /**
   * In the background: an old cursor only means that some events are sent twice with the same id. Only what the saved
   * cursor covers may be deleted, else nobody would know the last seq.
   */
  saveCursor(onSaved: (acked: number) => void): void {
    if (this.#saving || this.#savedAcked === this.#state.acked) return;
    this.#saving = true;
    const acked = this.#state.acked;
    fs.write(this.#fd, cursorBytes(acked), 0, NOTES_AT - CURSOR_AT, CURSOR_AT, (error) => {
      this.#saving = false;
      if (this.#closed) return this.#closeFile();
      if (error) return;
      this.#savedAcked = acked;
      onSaved(acked);
    });
  }

  /** A write on its way keeps the file open: its descriptor must not become another file's under it. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    if (!this.#saving) this.#closeFile();
  }

  #closeFile(): void {
    try {
      fs.writeSync(this.#fd, cursorBytes(this.#state.acked), 0, NOTES_AT - CURSOR_AT, CURSOR_AT);
    } finally {
      fs.closeSync(this.#fd);
    }
  }
}

/** What a folder's state file says; the state of an empty folder when there is none. */
export function readState(folder: string): SpoolState {
  const bytes = Buffer.alloc(SIZE);
  try {
    fs.readFileSync(path.join(folder, FILE)).copy(bytes);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  return { ...readCursor(bytes), ...readNotes(bytes) };
}

function cursorBytes(acked: number): Buffer {
  const bytes = Buffer.alloc(NOTES_AT - CURSOR_AT);
  bytes.writeUInt32LE(acked, 0);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 4)), 4);
  return bytes;
}

function readCursor(bytes: Buffer): Pick<SpoolState, 'acked'> {
  const good = crc32(bytes.subarray(0, 4)) === bytes.readUInt32LE(4);
  return { acked: good ? bytes.readUInt32LE(0) : 0 };
}

function notesBytes({ gap, closed, unsure }: SpoolState): Buffer {
  const bytes = Buffer.alloc(SIZE - NOTES_AT);
  bytes.writeUInt32LE(gap?.firstSeq ?? 0, 0);
  bytes.writeUInt32LE(gap?.lastSeq ?? 0, 4);
  bytes.writeUInt8(gap ? gapReasons.indexOf(gap.reason) : 0, 8);
  bytes.writeUInt8(closed ? 1 : 0, 9);
  bytes.writeUInt8(unsure ? 1 : 0, 10);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 11)), 12);
  return bytes;
}

function readNotes(file: Buffer): Omit<SpoolState, 'acked'> {
  const bytes = file.subarray(NOTES_AT);
  const good = crc32(bytes.subarray(0, 11)) === bytes.readUInt32LE(12);
  const firstSeq = good ? bytes.readUInt32LE(0) : 0;
  const reason = gapReasons[bytes.readUInt8(8)] ?? 'spool_full';
  return {
    gap: firstSeq > 0 ? { firstSeq, lastSeq: bytes.readUInt32LE(4), reason } : undefined,
    closed: good && bytes.readUInt8(9) === 1,
    unsure: good && bytes.readUInt8(10) === 1,
  };
}
