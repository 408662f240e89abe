import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { WebSocketServer } from 'ws';
import { createCalls } from './calls.ts';
import { serveControl } from './control.ts';
import { serveDeepgramVoice } from './deepgram-voice.ts';
import { serveModel } from './model.ts';
import { serveOpenAiRecogniser } from './openai-recogniser.ts';
import { recogniserIsDown, serveRecogniser } from './recogniser.ts';
import { createSpeechThread } from './speech.ts';
import { serveVoice } from './voice.ts';

const RECOGNISERS = [
  ['/deepgram/v1/listen', serveRecogniser],
  ['/openai/v1/realtime', serveOpenAiRecogniser],
] as const;

export type Vendors = { url: string; port: number; close(): Promise<void> };

/** The three vendors' protocols under `/deepgram`, `/openai/v1` and `/elevenlabs/v1`, and `/control`, on loopback. */
export async function startVendorServer(port = 0): Promise<Vendors> {
  const calls = createCalls();
  const speaker = createSpeechThread();
  const sockets = new WebSocketServer({ noServer: true });
  const server = http.createServer((request, response) => void serveHttp(request, response));

  async function serveHttp(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const url = request.url ?? '';
    if (url.startsWith('/control/')) return serveControl(request, response, body, { calls, speaker });
    if (url === '/openai/v1/models') return refuse(response, 200, { object: 'list', data: [] });
    const call = calls.byKey(request.headers.authorization);
    if (!call)
      return refuse(response, 401, {
        error: { message: 'no call has this key', type: 'invalid_request_error', code: 'invalid_api_key' },
      });
    if (url === '/openai/v1/chat/completions') return serveModel(request, response, body, call);
    refuse(response, 404, { error: { message: `nothing at ${url}` } });
  }

  server.on('upgrade', (request, socket, head) => {
    const url = request.url ?? '';
    const call = calls.byKey(request.headers.authorization ?? String(request.headers['xi-api-key'] ?? ''));
    const reject = (status: string) =>
      socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
    if (!call) return reject('401 Unauthorized');
    const serveRecogniserAt = RECOGNISERS.find(([path]) => url.startsWith(path))?.[1];
    if (serveRecogniserAt) {
      const model = new URL(url, 'http://vendor').searchParams.get('model') ?? '';
      if (recogniserIsDown(call, model)) return reject('503 Service Unavailable');
      return sockets.handleUpgrade(request, socket, head, (ws) => serveRecogniserAt(ws, request, call));
    }
    if (url.startsWith('/deepgram/v1/speak')) {
      return sockets.handleUpgrade(request, socket, head, (ws) => serveDeepgramVoice(ws, request, call, speaker));
    }
    if (/^\/elevenlabs\/v1\/text-to-speech\/[^/]+\/multi-stream-input/.test(url)) {
      return sockets.handleUpgrade(request, socket, head, (ws) => serveVoice(ws, request, call, speaker));
    }
    reject('404 Not Found');
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  return {
    port: bound,
    url: `http://127.0.0.1:${bound}`,
    close: async () => {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await speaker.close();
    },
  };
}

function refuse(response: ServerResponse, status: number, content: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(content));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
