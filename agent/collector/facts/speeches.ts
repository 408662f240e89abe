import type { llm, voice } from '@livekit/agents';
import { count, defined, label } from './values.ts';
import type { Watch } from './watch.ts';

/** A forced interruption ends a speech before its item is committed, so speeches are remembered a while longer. */
const REMEMBERED = 64;

type Known = { handle: voice.SpeechHandle; source: voice.SpeechSource; items: Set<string> };

/**
 * The speeches of a session, and which item belongs to which. The SDK names the speech in its measurements but not in
 * its items: an answer is in its speech's items, the caller's words follow the measurement of their end of turn.
 */
export class Speeches {
  readonly #watch: Watch;
  readonly #known = new Map<string, Known>();
  #endOfTurnSpeech: string | undefined;
  #playing: string | undefined;
  /** Told of every speech that is over. */
  readonly finished: ((handle: voice.SpeechHandle) => void)[] = [];

  constructor(watch: Watch) {
    this.#watch = watch;
    watch.on('speech_created', (event) => this.#created(event));
    watch.on('metrics_collected', ({ metrics }) => {
      if (metrics.type === 'eou_metrics') this.#endOfTurnSpeech = metrics.speechId;
    });
  }

  /** The speech of an item that was just added; remembers the link. */
  speechOf(item: llm.ChatItem): string | undefined {
    const id = this.#lookUp(item);
    if (id !== undefined) this.#known.get(id)?.items.add(item.id);
    return id;
  }

  /** The speech whose items include this one. */
  holding(item: llm.ChatItem): string | undefined {
    for (const [id, { handle }] of this.#known) if (handle.chatItems.some((own) => own.id === item.id)) return id;
    return undefined;
  }

  /** The speech that plays now, best as it can be told from outside: the first that was scheduled and is not over. */
  playing(): string | undefined {
    const known = [...this.#known.values()];
    const now =
      known.find(({ handle }) => handle.scheduled && !handle.done()) ?? known.findLast(({ handle }) => !handle.done());
    return (this.#playing = now?.handle.id ?? this.#playing);
  }

  #lookUp(item: llm.ChatItem): string | undefined {
    const holder = this.holding(item);
    if (holder !== undefined || item.type !== 'message') return holder;
    if (item.role === 'user') {
      const speech = this.#endOfTurnSpeech;
      this.#endOfTurnSpeech = undefined;
      return speech;
    }
    // What `say` speaks is in no speech's items: it is what plays.
    const playing = this.playing();
    return playing !== undefined && this.#known.get(playing)?.source === 'say' ? playing : undefined;
  }

  #created({ speechHandle: handle, source, userInitiated }: voice.SpeechCreatedEvent): void {
    this.#known.set(handle.id, { handle, source, items: new Set() });
    const [oldest] = this.#known.keys();
    if (this.#known.size > REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
    const parentSpeechId = handle.parent?.id;
    this.#watch.publish('speech.created', {
      speechId: label(handle.id),
      source,
      userInitiated,
      ...defined({ parentSpeechId }),
    });
    handle.addDoneCallback(this.#watch.guard('speech done', () => this.#finished(handle)));
  }

  #finished(handle: voice.SpeechHandle): void {
    for (const tell of this.finished) tell(handle);
    const items = this.#known.get(handle.id)?.items ?? [];
    this.#watch.publish('speech.finished', {
      speechId: label(handle.id),
      interrupted: handle.interrupted,
      itemIds: [...new Set([...handle.chatItems.map((item) => item.id), ...items])].map(label),
      steps: count(handle.numSteps),
    });
  }
}
