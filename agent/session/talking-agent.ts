import { voice } from '@livekit/agents';
import { ReadableStream } from 'node:stream/web';
import type { Speeches } from './speeches.ts';

type Transcription = voice.Agent['transcriptionNode'];
type Options = ConstructorParameters<typeof voice.Agent>[0];
type Text = Parameters<Transcription>[0];
type Piece = Text extends AsyncIterable<infer One> ? One : never;

/**
 * An agent that stops at once when it is interrupted while its voice still comes in. The SDK's own stands still for four seconds: the
 * words that come with the sound never end then, and it waits for their end, with its next answer too.
 */
export class TalkingAgent extends voice.Agent {
  readonly #speeches: Speeches;

  constructor(options: Options, speeches: Speeches) {
    super(options);
    this.#speeches = speeches;
  }

  override async transcriptionNode(...[text, settings]: Parameters<Transcription>): ReturnType<Transcription> {
    const speech = this.#speeches.current();
    return super.transcriptionNode(speech ? untilInterrupted(text, speech) : text, settings);
  }
}

function untilInterrupted(text: Text, speech: voice.SpeechHandle): ReadableStream<Piece> {
  const pieces: AsyncIterator<Piece> = text[Symbol.asyncIterator]();
  return new ReadableStream<Piece>({
    pull: async (controller) => {
      const next = pieces.next();
      await speech.waitIfNotInterrupted([next]);
      if (speech.interrupted) return controller.close();
      const { done, value } = await next;
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}
