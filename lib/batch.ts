/** Collects items and hands them over in batches. */
export type Batcher<Item> = {
  add(item: Item): void;
  /** Hands over what is waiting and resolves when nothing is in flight. Takes no more afterwards. */
  close(): Promise<void>;
};

export type BatchOptions<Item> = {
  maxItems: number;
  /** A batch that is not full goes after this long, ms. */
  maxWaitMs: number;
  /** Batches handed over at once; one unless given. */
  inFlight?: number;
  /** Deals with every item of the batch itself; must not reject. */
  handle(batch: Item[]): Promise<void>;
};

export function createBatcher<Item>({ maxItems, maxWaitMs, inFlight = 1, handle }: BatchOptions<Item>): Batcher<Item> {
  const waiting: Item[] = [];
  const running = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  function next(): void {
    clearTimeout(timer);
    timer = undefined;
    if (running.size >= inFlight || waiting.length === 0) return;
    const work = handle(waiting.splice(0, maxItems)).finally(() => {
      running.delete(work);
      schedule();
    });
    running.add(work);
    schedule();
  }

  function schedule(): void {
    if (waiting.length >= maxItems || closed) next();
    else if (waiting.length > 0) timer ??= setTimeout(next, maxWaitMs);
  }

  return {
    add(item) {
      if (closed) return;
      waiting.push(item);
      schedule();
    },
    async close() {
      closed = true;
      next();
      while (running.size > 0) await Promise.all(running);
    },
  };
}
