import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import { delays, varied } from './delays.ts';
import type { Call } from './calls.ts';
import { Hearing, type Told } from './hearing.ts';

/** True when the script has this recogniser down: the handshake is to be refused with 503. */
export function recogniserIsDown(call: Call, model: string): boolean {
  const down = call.script.faults.recogniserDown;
  return down !== undefined && down.model === model && (call.finals.get(model) ?? 0) >= down.afterFinals;
}

/** Deepgram's streaming protocol: raw audio in, transcripts out. */
export function serveRecogniser(ws: WebSocket, request: IncomingMessage, call: Call): void {
  const query = new URL(request.url ?? '', 'http://vendor').searchParams;
  const sampleRate = Number(query.get('sample_rate') ?? 16_000);
  const model = query.get('model') ?? 'nova-3';
  const requestId = `dg-${call.id}-${model}-${Math.round(performance.now())}`;
  const hearing = new Hearing(call);
  // The same for all, so that nothing overtakes.
  const waitMs = varied(delays.recogniserMs, call.id);

  const send = (message: object, then?: () => void) => {
    setTimeout(() => {
      if (ws.readyState === ws.OPEN) ws.send(JSON.stringify(message));
      then?.();
    }, waitMs);
  };
  const tell = (told: Told | undefined) => {
    if (told) send(results(told, requestId, model), told.isFinal ? countFinal : undefined);
  };
  const countFinal = () => {
    call.finals.set(model, (call.finals.get(model) ?? 0) + 1);
    if (recogniserIsDown(call, model)) ws.close(1011, 'emulated outage');
  };

  ws.on('message', (data: Buffer, isBinary: boolean) => {
    if (isBinary) {
      const { started, told } = hearing.take(data, (data.length * 500) / sampleRate);
      if (started) send({ type: 'SpeechStarted', channel: [0], timestamp: hearing.streamMs / 1_000 });
      return tell(told);
    }
    const { type } = JSON.parse(data.toString()) as { type: string };
    if (type === 'Finalize' || type === 'CloseStream') tell(hearing.finish());
    if (type !== 'CloseStream') return;
    const durationS = hearing.streamMs / 1_000;
    send({ type: 'Metadata', request_id: requestId, duration: durationS, channels: 1 }, () => ws.close(1000));
  });
}

function results(told: Told, requestId: string, model: string): object {
  const transcript = told.words.join(' ');
  const confidence = 0.93 + (transcript.length % 7) / 100;
  const words = told.words.map((word, index) => ({
    word: word.toLowerCase().replace(/[^\p{L}\p{N}']/gu, ''),
    punctuated_word: word,
    start: told.atMs / 1_000 + index * 0.3,
    end: told.atMs / 1_000 + index * 0.3 + 0.25,
    confidence,
  }));
  return {
    type: 'Results',
    channel_index: [0, 1],
    is_final: told.isFinal,
    speech_final: told.isFinal,
    from_finalize: false,
    channel: { alternatives: [{ transcript, confidence, words }] },
    metadata: { request_id: requestId, model_info: { name: model } },
  };
}
