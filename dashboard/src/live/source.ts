import type { LiveMessage } from './reduce.ts';

const NAMES = ['call', 'words', 'state', 'turn', 'signal', 'score', 'alert', 'pulse'] as const;
const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 15_000;
/** A pulse comes every 2 s: a stream that is silent for so long is dead, whatever its socket says. */
const SILENCE_MS = 10_000;

export type SourceStatus = 'connecting' | 'open' | 'reconnecting';

type Listeners = { onMessage: (message: LiveMessage) => void; onStatus: (status: SourceStatus) => void };
type Timer = ReturnType<typeof setTimeout> | undefined;

/**
 * The stream of the live page. The browser reconnects by itself after a cut, from the last id; after a refusal or a
 * long silence we do, waiting longer each time.
 * @returns what closes it.
 */
export function connect(url: string, { onMessage, onStatus }: Listeners): () => void {
  let source: EventSource | undefined;
  let retry: Timer;
  let silence: Timer;
  let waitMs = FIRST_RETRY_MS;

  const close = () => {
    clearTimeout(retry);
    clearTimeout(silence);
    source?.close();
  };
  const openLater = () => {
    close();
    onStatus('reconnecting');
    retry = setTimeout(open, waitMs);
    waitMs = Math.min(waitMs * 2, LAST_RETRY_MS);
  };
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(openLater, SILENCE_MS);
  };
  const open = () => {
    const stream = new EventSource(url);
    source = stream;
    stream.addEventListener('open', () => {
      waitMs = FIRST_RETRY_MS;
      heard();
      onStatus('open');
    });
    stream.addEventListener('error', () => {
      if (stream.readyState === EventSource.CLOSED) openLater();
      else onStatus('reconnecting');
    });
    for (const name of NAMES) {
      stream.addEventListener(name, (event: MessageEvent<string>) => {
        heard();
        onMessage({ name, data: JSON.parse(event.data) });
      });
    }
  };

  onStatus('connecting');
  heard();
  open();
  return close;
}
