import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Calls } from './calls.ts';
import { announcement, callScript, voice } from './script.ts';
import type { Speaker } from './speech.ts';

const speechRequest = z.strictObject({ text: z.string().min(1).max(2_000), voice });

/**
 * What a caller's process tells the emulated vendors: `PUT /calls/<id>` the script, `POST /calls/<id>/utterances` what it
 * is about to say, `DELETE /calls/<id>`. `POST /speech` gives it its voice.
 */
export async function serveControl(
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
  { calls, speaker }: { calls: Calls; speaker: Speaker },
): Promise<void> {
  const [, , what, id = '', part] = (request.url ?? '').split('/');
  const route = `${request.method} ${what}${part ? `/${part}` : ''}`;
  const answer = (status: number, content: object) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(content));
  };
  try {
    if (route === 'POST speech') {
      const asked = speechRequest.parse(JSON.parse(body));
      const { pcm, sampleRate, words } = await speaker.say(asked.text, asked.voice);
      return answer(200, {
        sampleRate,
        words,
        pcm: Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength).toString('base64'),
      });
    }
    if (route === 'PUT calls') {
      calls.open(id, callScript.parse(JSON.parse(body)));
      return answer(200, {});
    }
    if (route === 'DELETE calls') return answer(calls.close(id) ? 200 : 404, {});
    const call = calls.get(id);
    if (route === 'POST calls/utterances' && call) {
      call.utterances.push({ ...announcement.parse(JSON.parse(body)), heardMs: 0, told: 0, done: false });
      return answer(200, {});
    }
    answer(404, { error: `no ${route} for this call` });
  } catch (error) {
    answer(400, { error: error instanceof z.ZodError ? z.prettifyError(error) : String(error) });
  }
}
