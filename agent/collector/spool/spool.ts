import { messageOf } from '../../../lib/errors.ts';
import { realDisk, type Disk } from './disk.ts';
import { frame, frameBytes, type Entry } from './frames.ts';
import type { Segment } from './segment.ts';
import { Segments } from './segments.ts';
import { StateFile, type Gap } from './state.ts';

/**
 * `sync`: an event is on disk when `write` returns. `async`: the disk was slow once, events are written in batches
 * beside the loop. `memory`: the disk failed; events go to the broker without it.
 */
export type SpoolMode = 'sync' | 'async' | 'memory';

export type SpoolOptions = {
  folder: string;
  /** Most bytes that this spool may hold just now. */
  limitBytes(): number;
  segmentBytes: number;
  /** A write that took longer makes the spool go on asynchronously, ms. */
  slowWriteMs: number;
  disk?: Disk;
  /** Events that may leave for the broker now, in order. */
  onStored(entries: Entry[]): void;
  onMode(mode: SpoolMode, detail: string): void;
};

const SAVE_CURSOR_MS = 100;
/** After a slow write, and after a failed one, the better mode is tried again after this long. */
const RETRY_SYNC_MS = 30_000;
const RETRY_DISK_MS = 5_000;

/** A producer's events on disk: appended in order, deleted by segments once acknowledged. Never throws after opening. */
export class Spool {
  readonly #options: SpoolOptions;
  readonly #disk: Disk;
  readonly #stateFile: StateFile;
  readonly #segments: Segments;
  #mode: SpoolMode = 'sync';
  #leftSyncAt = 0;
  #bytes: number;
  #waiting: Entry[] = [];
  #writing: Entry[] = [];
  #writes: Promise<void> | undefined;
  #saveTimer: NodeJS.Timeout | undefined;

  /** @throws when the folder cannot be written at all. `found`: sealed segments of a dead process. */
  constructor(options: SpoolOptions, found: Segment[] = []) {
    this.#options = options;
    this.#disk = options.disk ?? realDisk;
    this.#stateFile = new StateFile(options.folder);
    this.#segments = new Segments(options.folder, options.segmentBytes, found);
    this.#bytes = found.reduce((sum, segment) => sum + segment.bytes, 0);
  }

  get mode(): SpoolMode {
    return this.#mode;
  }

  /** Bytes on disk or about to be. */
  get bytes(): number {
    return this.#bytes;
  }

  hasRoom(bytes: number): boolean {
    return this.#bytes + bytes <= this.#options.limitBytes();
  }

  write(entry: Entry): void {
    if (this.#mode !== 'sync' && !this.#busy()) this.#tryBetterMode();
    if (this.#mode === 'sync') this.#writeNow(entry);
    else if (this.#mode === 'async' || this.#busy()) this.#writeLater(entry);
    else this.#options.onStored([entry]);
  }

  noteGap(gap: Gap | undefined): void {
    this.#tryNote({ gap });
  }

  noteClosed(): void {
    this.#tryNote({ closed: true });
  }

  /** All up to `seq` is acknowledged: whole segments go, as soon as the cursor says so on disk. */
  acked(seq: number): void {
    this.#stateFile.acked(seq);
    this.#saveTimer ??= setTimeout(() => {
      this.#saveTimer = undefined;
      this.#stateFile.saveCursor((saved) => this.#free(saved));
    }, SAVE_CURSOR_MS).unref();
  }

  #free(seq: number): void {
    this.#bytes -= this.#segments.removeUpTo(seq, { current: !this.#busy() });
    if (seq < this.#stateFile.state.acked) this.acked(this.#stateFile.state.acked);
  }

  /** Resolves when all that was written is on disk. */
  async settled(): Promise<void> {
    while (this.#writes) await this.#writes;
  }

  /** The process is about to end: what waits is written now. What was being written is written again; its seq tells. */
  writeOut(): void {
    const entries = [...this.#writing, ...this.#waiting];
    this.#waiting = [];
    if (entries.length > 0) this.#attempt(entries, () => this.#append(entries));
  }

  /** A write on its way keeps its file open: the descriptor must not become another file's under it. */
  close(): void {
    clearTimeout(this.#saveTimer);
    this.writeOut();
    if (this.#writes) void this.#writes.finally(() => this.#segments.seal());
    else this.#segments.seal();
    this.#stateFile.close();
  }

  #writeNow(entry: Entry): void {
    this.#bytes += frameBytes(entry);
    const before = performance.now();
    if (!this.#attempt([entry], () => this.#append([entry]))) return;
    const tookMs = performance.now() - before;
    this.#options.onStored([entry]);
    if (tookMs > this.#options.slowWriteMs) this.#switchTo('async', `a write took ${tookMs.toFixed(1)} ms`);
  }

  #writeLater(entry: Entry): void {
    this.#bytes += frameBytes(entry);
    this.#waiting.push(entry);
    this.#writes ??= this.#writeBatches().finally(() => (this.#writes = undefined));
  }

  async #writeBatches(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = (this.#writing = this.#waiting.splice(0));
      try {
        const buffers = batch.flatMap(frame);
        const segment = this.#segments.writable();
        segment.wrote(buffers, await this.#disk.writeLater(segment.fd, buffers), batch.at(-1)?.seq ?? 0);
        this.#options.onStored(batch);
      } catch (error) {
        this.#failed(batch, error);
      } finally {
        this.#writing = [];
      }
    }
  }

  #tryBetterMode(): void {
    const waitedMs = performance.now() - this.#leftSyncAt;
    if (this.#mode === 'async' && waitedMs > RETRY_SYNC_MS) this.#mode = 'sync';
    if (this.#mode === 'memory' && waitedMs > RETRY_DISK_MS) this.#mode = 'async';
  }

  #append(entries: Entry[]): void {
    const buffers = entries.flatMap(frame);
    const segment = this.#segments.writable();
    segment.wrote(buffers, this.#disk.writeNow(segment.fd, buffers), entries.at(-1)?.seq ?? 0);
  }

  #attempt(entries: Entry[], write: () => void): boolean {
    try {
      write();
      return true;
    } catch (error) {
      this.#failed(entries, error);
      return false;
    }
  }

  /** Events that could not be written go on without the disk; only their producer knows of them from here on. */
  #failed(entries: Entry[], error: unknown): void {
    this.#bytes -= entries.reduce((sum, entry) => sum + frameBytes(entry), 0);
    this.#segments.giveUpCurrent();
    this.#tryNote({ unsure: true });
    this.#options.onStored(entries);
    this.#switchTo('memory', messageOf(error));
  }

  #switchTo(mode: SpoolMode, detail: string): void {
    this.#mode = mode;
    this.#leftSyncAt = performance.now();
    this.#options.onMode(mode, detail);
  }

  #busy(): boolean {
    return this.#waiting.length > 0 || this.#writing.length > 0;
  }

  #tryNote(notes: Parameters<StateFile['note']>[0]): void {
    try {
      this.#stateFile.note(notes);
    } catch {
      // Without its notes a drain leaves the producer open, which is the truth.
    }
  }
}
