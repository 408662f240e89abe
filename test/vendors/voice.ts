import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import { pause } from '../../lib/retry.ts';
import { downNow, type Call } from './calls.ts';
import { delays, varied } from './delays.ts';
import type { SpokenWord } from './script.ts';
import { resample, type Speaker } from './speech.ts';

type FromClient = { text?: string; context_id: string; flush?: boolean; close_context?: boolean };
type Context = { chain: Promise<void>; spokenMs: number; first: boolean };
type Alignment = { chars: string[]; charStartTimesMs: number[]; charDurationsMs: number[] };

const PIECE_MS = 250;
/** A piece is made in an eighth of the time that it lasts. */
const MADE_IN_MS = PIECE_MS / 8;

/** ElevenLabs' multi-context socket: sentences in, audio with the time of each character out. */
export function serveVoice(ws: WebSocket, request: IncomingMessage, call: Call, speaker: Speaker): void {
  const format = new URL(request.url ?? '', 'http://vendor').searchParams.get('output_format') ?? 'pcm_22050';
  const sampleRate = Number(format.split('_')[1]);
  const model = new URL(request.url ?? '', 'http://vendor').searchParams.get('model_id') ?? '';
  const contexts = new Map<string, Context>();
  const send = (message: object) => {
    if (ws.readyState === ws.OPEN) ws.send(JSON.stringify(message));
  };

  const speak = async (context: Context, contextId: string, text: string) => {
    const down = downNow(call.script.faults.voiceDown, model, call.sentences);
    if (down === 'refuses') return ws.close(1011, 'emulated outage');
    if (down === 'hangs') return;
    const asked = performance.now();
    const speech = await speaker.say(text.trim(), call.script.agentVoice);
    if (context.first) {
      const wait = varied(delays.voiceFirstByteMs, `${call.id} ${text}`);
      await pause(Math.max(0, wait - (performance.now() - asked)));
      context.first = false;
    }
    const pcm = resample(speech.pcm, speech.sampleRate, sampleRate);
    const totalMs = (pcm.length * 1_000) / sampleRate;
    for (let fromMs = 0; fromMs < totalMs; fromMs += PIECE_MS) {
      if (ws.readyState !== ws.OPEN) return;
      const toMs = Math.min(totalMs, fromMs + PIECE_MS);
      const piece = pcm.subarray((fromMs * sampleRate) / 1_000, (toMs * sampleRate) / 1_000);
      const words = speech.words.filter(({ startMs }) => startMs >= fromMs && (startMs < toMs || toMs === totalMs));
      const alignment = align(words, context.spokenMs);
      send({ audio: base64(piece), isFinal: null, contextId, alignment, normalizedAlignment: alignment });
      await pause(MADE_IN_MS);
    }
    context.spokenMs += totalMs;
    call.sentences++;
  };

  ws.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as FromClient;
    const { context_id: id, text = '' } = message;
    const context = contexts.get(id) ?? { chain: Promise.resolve(), spokenMs: 0, first: true };
    contexts.set(id, context);
    if (text.trim() !== '') context.chain = context.chain.then(() => speak(context, id, text));
    if (message.close_context) {
      contexts.delete(id);
      void context.chain.then(() => send({ isFinal: true, contextId: id }));
    }
  });
}

/** Each character's time: a word's time spread over its letters and the space after it. */
function align(words: readonly SpokenWord[], offsetMs: number): Alignment {
  const alignment: Alignment = { chars: [], charStartTimesMs: [], charDurationsMs: [] };
  for (const { text, startMs, endMs } of words) {
    const chars = Array.from(`${text} `);
    const each = (endMs - startMs) / chars.length;
    for (const [index, char] of chars.entries()) {
      alignment.chars.push(char);
      alignment.charStartTimesMs.push(Math.round(offsetMs + startMs + index * each));
      alignment.charDurationsMs.push(Math.round(each));
    }
  }
  return alignment;
}

function base64(pcm: Int16Array): string {
  return Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength).toString('base64');
}
