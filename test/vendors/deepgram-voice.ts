import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import { pause } from '../../lib/retry.ts';
import { downNow, type Call } from './calls.ts';
import { delays, varied } from './delays.ts';
import { resample, type Speaker } from './speech.ts';

type FromClient = { type: 'Speak' | 'Flush' | 'Clear' | 'Close'; text?: string };

/** Deepgram's speech: sentences in, raw audio out, and word of it when all that was sent is spoken. */
export function serveDeepgramVoice(ws: WebSocket, request: IncomingMessage, call: Call, speaker: Speaker): void {
  const query = new URL(request.url ?? '', 'http://vendor').searchParams;
  const [sampleRate, model] = [Number(query.get('sample_rate') ?? 24_000), query.get('model') ?? ''];
  let spoken = Promise.resolve();

  const speak = async (text: string) => {
    const down = downNow(call.script.faults.voiceDown, model, call.sentences);
    if (down === 'refuses') return ws.close(1011, 'emulated outage');
    if (down === 'hangs') return;
    const [speech] = await Promise.all([
      speaker.say(text.trim(), call.script.agentVoice),
      pause(varied(delays.voiceFirstByteMs, `${call.id} ${text}`)),
    ]);
    const pcm = resample(speech.pcm, speech.sampleRate, sampleRate);
    if (ws.readyState === ws.OPEN) ws.send(Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength));
    call.sentences++;
  };

  const flushed = () => {
    if (ws.readyState === ws.OPEN) ws.send(JSON.stringify({ type: 'Flushed', sequence_id: 0 }));
  };

  ws.on('message', (data: Buffer) => {
    const { type, text = '' } = JSON.parse(data.toString()) as FromClient;
    if (type === 'Speak') spoken = spoken.then(() => speak(text));
    if (type === 'Close') ws.close(1000);
    if (type !== 'Flush') return;
    const down = downNow(call.script.faults.voiceDown, model, call.sentences);
    if (!down) spoken = spoken.then(flushed);
  });
}
