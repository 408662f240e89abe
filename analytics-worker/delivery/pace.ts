import { createLimit } from '../../lib/limit.ts';
import type { Destination } from './destinations.ts';

/** Requests at once to one destination; all destinations have places of their own. */
const AT_ONCE = 8;

/** How fast one destination is asked by this process. */
export type Pace = {
  limit: ReturnType<typeof createLimit>;
  /** It asked for a pause until then, epoch ms. */
  pausedUntilMs: number;
};

export function createPaces(): (destination: Destination) => Pace {
  const paces = new Map<string, Pace>();
  return (destination) => {
    const key = keyOf(destination);
    const pace = paces.get(key) ?? { limit: createLimit(AT_ONCE), pausedUntilMs: 0 };
    paces.set(key, pace);
    return pace;
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
