import type { FactData } from '../../events/catalogue.ts';
import { label } from '../collector/facts/values.ts';
import type { CallRecord } from '../session/record.ts';
import type { Announcer, Played, Recording } from './announcer.ts';

export type Recordings = { moment: Recording; goodbye: Recording };

/** What the caller is told without any vendor (docs/rooms.md). It is on record as what the agent said. */
export type ShippedWords = {
  /** An answer is late; `stop` when it comes after all. */
  moment(): void;
  stop(): void;
  /** The last words, once however often they are asked for. Resolves when they were heard. */
  goodbye(): Promise<void>;
};

export function createShippedWords(
  announcer: Pick<Announcer, 'play' | 'stop'>,
  { moment, goodbye }: Recordings,
  record: Pick<CallRecord, 'publish'>,
): ShippedWords {
  let said = 0;
  let farewell: Promise<unknown> | undefined;
  const commit = (recording: Recording, played: Played) =>
    record.publish('item.committed', shippedItem(`shipped-${++said}`, recording, played));

  return {
    moment: () => {
      // A room that is left meanwhile plays nothing.
      announcer.play(moment).then(
        (played) => commit(moment, played),
        () => undefined,
      );
    },
    stop: announcer.stop,
    goodbye: async () => {
      if (!farewell) {
        // Nothing stops it, and the call's books may close before it is over.
        commit(goodbye, { startedAt: Date.now(), playedMs: goodbye.durationMs });
        farewell = announcer.play(goodbye).catch(() => undefined);
      }
      await farewell;
    },
  };
}

/** A speech of its own, so that no wait and no cost of another answer is counted as its. */
function shippedItem(id: string, { text, durationMs }: Recording, { startedAt, playedMs }: Played) {
  const interrupted = playedMs < durationMs;
  const words = text.split(' ');
  const heard = words.slice(0, Math.ceil((words.length * playedMs) / durationMs)).join(' ');
  return {
    ...{ itemId: id, speechId: id, role: 'assistant', shipped: true, text: label(heard), interrupted },
    ...{ createdAt: startedAt, startedSpeakingAt: startedAt, stoppedSpeakingAt: startedAt + playedMs },
  } satisfies FactData<'item.committed'>;
}
