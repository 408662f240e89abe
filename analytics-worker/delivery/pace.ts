import { createLimit } from '../../lib/limit.ts';
import type { Destination } from './destinations.ts';

/** Requests at once to one destination; all destinations have places of their own. */
const AT_ONCE = 8;

/** How fast one destination is asked by this process. */
export type Pace = {
  limit: ReturnType<typeof createLimit>;
  /** It asked for a pause of so many ms from now; a longer one that it asked for before goes on. */
  pauseFor(ms: number): void;
  /** What is left of its pause, ms; 0 when it may be asked. */
  pauseMs(): number;
};

export function createPaces(): (destination: Destination) => Pace {
  const paces = new Map<string, Pace>();
  return (destination) => {
    const key = keyOf(destination);
    const pace = paces.get(key) ?? createPace();
    paces.set(key, pace);
    return pace;
  };
}

function createPace(): Pace {
  let pausedUntilMs = 0;
  return {
    limit: createLimit(AT_ONCE),
    pauseFor: (ms) => void (pausedUntilMs = Math.max(pausedUntilMs, Date.now() + ms)),
    pauseMs: () => Math.max(0, pausedUntilMs - Date.now()),
  };
}

function keyOf(destination: Destination): string {
  switch (destination.kind) {
    case 'slack_webhook':
      return destination.url;
    case 'slack_bot':
      return `${destination.token} ${destination.channel}`;
    case 'printed':
      return '';
  }
}
