import fs from 'node:fs/promises';
import path from 'node:path';

const MEASURE_MS = 30_000;

/**
 * The bytes that a spool's root may hold, shared by all producers of all processes. What the others hold is measured at
 * the start and every 30 s, so several at once may overshoot by what they write in between.
 */
export class Budget {
  readonly #maxBytes: number;
  readonly #root: string;
  readonly #own: string;
  #othersBytes = 0;
  readonly #timer: NodeJS.Timeout;

  constructor(root: string, own: string, maxBytes: number) {
    this.#root = root;
    this.#own = path.basename(own);
    this.#maxBytes = maxBytes;
    void this.#measure();
    this.#timer = setInterval(() => void this.#measure(), MEASURE_MS).unref();
  }

  /** What this producer may hold. */
  limitBytes(): number {
    return this.#maxBytes - this.#othersBytes;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #measure(): Promise<void> {
    let bytes = 0;
    for (const folder of await namesIn(this.#root)) {
      if (folder === this.#own) continue;
      for (const file of await namesIn(path.join(this.#root, folder))) {
        bytes += await sizeOf(path.join(this.#root, folder, file));
      }
    }
    this.#othersBytes = bytes;
  }
}

/** Folders come and go while they are looked at. */
async function namesIn(folder: string): Promise<string[]> {
  return fs.readdir(folder).catch(() => []);
}

async function sizeOf(file: string): Promise<number> {
  return fs.stat(file).then(
    (stat) => stat.size,
    () => 0,
  );
}
