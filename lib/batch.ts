/** Collects items and hands them over in batches, one batch at a time. */
export type Batcher<Item> = {
  add(item: Item): void;
  /** Hands over what is waiting and resolves when nothing is in flight. Takes no more afterwards. */
  close(): Promise<void>;
};

export type BatchOptions<Item> = {
  maxItems: number;
  /** A batch that is not full goes after this long, ms. */
  maxWaitMs: number;
  /** Deals with every item of the batch itself; must not reject. */
  handle(batch: Item[]): Promise<void>;
};

export function createBatcher<Item>({ maxItems, maxWaitMs, handle }: BatchOptions<Item>): Batcher<Item> {
  let waiting: Item[] = [];
  let timer: NodeJS.Timeout | undefined;
  let inFlight: Promise<void> | undefined;
  let closed = false;

  function next(): void {
    clearTimeout(timer);
    timer = undefined;
    if (inFlight || waiting.length === 0) return;
    const batch = waiting.splice(0, maxItems);
    inFlight = handle(batch).finally(() => {
      inFlight = undefined;
      if (waiting.length >= maxItems || closed) next();
      else if (waiting.length > 0) timer ??= setTimeout(next, maxWaitMs);
    });
  }

  return {
    add(item) {
      if (closed) return;
      waiting.push(item);
      if (waiting.length >= maxItems) next();
      else timer ??= setTimeout(next, maxWaitMs);
    },
    async close() {
      closed = true;
      next();
      while (inFlight) await inFlight;
    },
  };
}
