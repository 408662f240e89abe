import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import type { Call } from './calls.ts';
import { delays, varied } from './delays.ts';
import { Hearing, type Told } from './hearing.ts';
import { recogniserIsDown } from './recogniser.ts';

/** Its audio is 16 bits, so many a second. */
const RATE = 24_000;

type FromClient = { type: string; audio?: string };

/** OpenAI's realtime transcription: audio as base64 in, words as they come and whole transcripts out. */
export function serveOpenAiRecogniser(ws: WebSocket, request: IncomingMessage, call: Call): void {
  const model = new URL(request.url ?? '', 'http://vendor').searchParams.get('model') ?? '';
  const hearing = new Hearing(call);
  const waitMs = varied(delays.recogniserMs, call.id);
  let items = 0;
  let toldWords = 0;

  const send = (type: string, message: object, then?: () => void) => {
    setTimeout(() => {
      if (ws.readyState === ws.OPEN) ws.send(JSON.stringify({ type, item_id: `item-${call.id}-${items}`, ...message }));
      then?.();
    }, waitMs);
  };
  const tell = ({ words, isFinal }: Told) => {
    const transcription = 'conversation.item.input_audio_transcription';
    if (isFinal) {
      toldWords = 0;
      send('input_audio_buffer.speech_stopped', { audio_end_ms: Math.round(hearing.streamMs) });
      return send(`${transcription}.completed`, { transcript: words.join(' ') }, countFinal);
    }
    const delta = words.slice(toldWords).map((word) => `${word} `);
    toldWords = words.length;
    if (delta.length > 0) send(`${transcription}.delta`, { delta: delta.join('') });
  };
  const countFinal = () => {
    call.finals.set(model, (call.finals.get(model) ?? 0) + 1);
    if (recogniserIsDown(call, model)) ws.close(1011, 'emulated outage');
  };

  ws.on('message', (data: Buffer) => {
    const { type, audio } = JSON.parse(data.toString()) as FromClient;
    if (type !== 'input_audio_buffer.append' || audio === undefined) return;
    const pcm = Buffer.from(audio, 'base64');
    const { started, told } = hearing.take(pcm, (pcm.length * 500) / RATE);
    if (started) {
      items++;
      send('input_audio_buffer.speech_started', { audio_start_ms: Math.round(hearing.streamMs) });
    }
    if (told) tell(told);
  });
}
