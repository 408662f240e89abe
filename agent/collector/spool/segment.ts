import fs from 'node:fs';
import path from 'node:path';
import { totalBytes } from './disk.ts';

const SUFFIX = '.seg';

/** A file of frames. Segments are appended to one after another and deleted whole, once all in them is acknowledged. */
export class Segment {
  readonly file: string;
  /** Bytes on disk. */
  bytes = 0;
  /** The highest seq in it; 0 when empty. */
  lastSeq = 0;
  #fd: number | undefined;

  private constructor(file: string) {
    this.file = file;
  }

  /** Opens a new file, readable by its owner only. */
  static create(folder: string, number: number): Segment {
    const segment = new Segment(path.join(folder, `${String(number).padStart(8, '0')}${SUFFIX}`));
    segment.#fd = fs.openSync(segment.file, 'ax', 0o600);
    return segment;
  }

  /** A file that another process wrote; it is read and deleted, never appended to. */
  static existing(file: string, bytes: number, lastSeq: number): Segment {
    const segment = new Segment(file);
    segment.bytes = bytes;
    segment.lastSeq = lastSeq;
    return segment;
  }

  get fd(): number {
    if (this.#fd === undefined) throw new Error('segment is sealed');
    return this.#fd;
  }

  /** Accounts for a write. A short one (the disk is full) is cut off again, so that no torn frame hides later ones. */
  wrote(buffers: readonly Uint8Array[], written: number, lastSeq: number): void {
    if (written < totalBytes(buffers)) throw new Error(`short write: ${written} bytes`);
    this.bytes += written;
    this.lastSeq = lastSeq;
  }

  cutToLastGood(): void {
    if (this.#fd !== undefined) fs.ftruncateSync(this.#fd, this.bytes);
  }

  seal(): void {
    if (this.#fd !== undefined) fs.closeSync(this.#fd);
    this.#fd = undefined;
  }

  /** Never throws: what could not be deleted is deleted with the folder. */
  remove(): void {
    try {
      this.seal();
      fs.rmSync(this.file, { force: true });
    } catch {
      this.#fd = undefined;
    }
  }
}

/** Numbers and paths of the segments in a folder, oldest first. */
export function segmentFiles(folder: string): { number: number; file: string }[] {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(SUFFIX))
    .toSorted()
    .map((name) => ({ number: Number.parseInt(name, 10), file: path.join(folder, name) }));
}
