import type { PageReport } from '../../../../../api/types.ts';

type Fact = PageReport['facts'][number];
type FactType = Fact['type'];
type DataOf<Type extends FactType> = Extract<Fact, { type: Type }>['data'];

/** `later` keeps the facts and tries again; `refused` is for ever. */
export type Outcome = 'taken' | 'later' | 'refused';

/** The most that one report may hold, and the most that one page may tell, its closing included. */
const BATCH = 50;
const MOST_FACTS = 5000;

export type Outbox = {
  add<Type extends Exclude<FactType, 'producer.closed'>>(type: Type, data: DataOf<Type>): void;
  /** Sends what there is, oldest first. Resolves when it is told, or was put off. */
  flush(): Promise<void>;
  /** Sends everything at once and waits for nothing: the page goes away. */
  flushNow(): void;
  /** Says that no more comes. Does nothing the second time. */
  close(): void;
  isEmpty(): boolean;
};

type OutboxOptions = {
  /** Random per load of the page. */
  instance: string;
  post: (report: PageReport) => Promise<Outcome>;
  /** Epoch ms of the page's one clock. */
  now: () => number;
};

/** What the page has to tell, numbered without a hole, kept until it is taken. */
export function createOutbox({ instance, post, now }: OutboxOptions): Outbox {
  let kept: Fact[] = [];
  let seq = 0;
  let isClosed = false;
  let sending: Promise<void> | undefined;
  const report = (facts: Fact[]): PageReport => ({ instance, sentAt: now(), facts });
  const frame = () => ({ seq: ++seq, at: now() });

  const send = async () => {
    while (kept.length > 0) {
      const facts = kept.slice(0, BATCH);
      if ((await post(report(facts))) === 'later') return;
      kept = kept.filter((fact) => !facts.includes(fact));
    }
  };

  return {
    add: (type, data) => {
      if (!isClosed && seq < MOST_FACTS - 1) kept.push({ ...frame(), type, data } as Fact);
    },
    flush: () => {
      sending ??= send().finally(() => (sending = undefined));
      return sending;
    },
    flushNow: () => {
      for (let from = 0; from < kept.length; from += BATCH) void post(report(kept.slice(from, from + BATCH)));
    },
    close: () => {
      if (isClosed) return;
      isClosed = true;
      const { seq: lastSeq, at } = frame();
      kept.push({ seq: lastSeq, at, type: 'producer.closed', data: { lastSeq, by: 'self' } });
    },
    isEmpty: () => kept.length === 0,
  };
}
