import type { WebCall } from '../../../../../api/types.ts';
import { reportFromPage } from '../../../api/web-calls.ts';
import { createOutbox, type Outbox, type Outcome } from './outbox.ts';

const EVERY_MS = 5_000;
/** After the call what could not be told is tried again for so long. */
const PATIENCE_MS = 30_000;

export type Reporter = Pick<Outbox, 'add'> & {
  /** Tells the rest, and that no more comes. */
  close(): void;
  /** The same, at once, because the page goes away. */
  closeNow(): void;
};

type ReporterOptions = {
  /** Epoch ms of the page's one clock. */
  now: () => number;
  /** Whether an agent has come: before, there is no call to which what is told belongs. */
  hasCall: () => boolean;
};

/** Reports what the page knows of a call every five seconds. */
export function startReporter(call: WebCall, { now, hasCall }: ReporterOptions): Reporter {
  const post = async (report: Parameters<typeof reportFromPage>[1]) => outcomeOf(await reportFromPage(call, report));
  const outbox = createOutbox({ instance: crypto.randomUUID(), post, now });
  let until = Infinity;
  const timer = setInterval(() => {
    const isDone = until < Infinity && (outbox.isEmpty() || !hasCall() || now() > until);
    if (isDone) clearInterval(timer);
    else if (hasCall()) void outbox.flush();
  }, EVERY_MS);
  const close = () => {
    until = Math.min(until, now() + PATIENCE_MS);
    outbox.close();
  };
  return {
    add: outbox.add,
    close: () => {
      close();
      if (hasCall()) void outbox.flush();
    },
    closeNow: () => {
      close();
      if (hasCall()) outbox.flushNow();
    },
  };
}

/** No agent yet (409), too often (429), the api or its broker is away: later. Whatever else is said of it stays said. */
function outcomeOf(status: number): Outcome {
  if (status === 202) return 'taken';
  return status === 0 || status === 409 || status === 429 || status >= 500 ? 'later' : 'refused';
}
