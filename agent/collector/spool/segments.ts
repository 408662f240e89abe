import { Segment, segmentFiles } from './segment.ts';

/** The segments of a folder, oldest first: appended to at the end, removed from the start. */
export class Segments {
  readonly #folder: string;
  readonly #segmentBytes: number;
  readonly #all: Segment[];
  #current: Segment | undefined;
  #nextNumber: number;

  /** `found`: sealed ones of a dead process. A segment that has reached `segmentBytes` is not appended to any more. */
  constructor(folder: string, segmentBytes: number, found: readonly Segment[]) {
    this.#folder = folder;
    this.#segmentBytes = segmentBytes;
    this.#all = [...found];
    this.#nextNumber = (segmentFiles(folder).at(-1)?.number ?? 0) + 1;
  }

  /** The one to append to. @throws when a new one cannot be opened. */
  writable(): Segment {
    if (this.#current && this.#current.bytes < this.#segmentBytes) return this.#current;
    this.#current?.seal();
    this.#current = Segment.create(this.#folder, this.#nextNumber++);
    this.#all.push(this.#current);
    return this.#current;
  }

  /** After a failed write: what it left is cut off, and the next write opens a new segment. */
  giveUpCurrent(): void {
    try {
      this.#current?.cutToLastGood();
      this.#current?.seal();
    } catch {
      // The disk fails: that is why we are here.
    }
    this.#current = undefined;
  }

  /** Deletes whole segments; `current`: also the one that is appended to, once it is full. Returns the bytes freed. */
  removeUpTo(seq: number, { current }: { current: boolean }): number {
    let freed = 0;
    for (let [oldest] = this.#all; oldest && oldest.lastSeq <= seq; [oldest] = this.#all) {
      if (oldest === this.#current) {
        if (!current || oldest.bytes < this.#segmentBytes) break;
        this.#current = undefined;
      }
      freed += oldest.bytes;
      oldest.remove();
      this.#all.shift();
    }
    return freed;
  }

  seal(): void {
    this.#current?.seal();
  }
}
