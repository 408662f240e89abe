import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';

/** What was asked of it. `at` is when the whole request had come, epoch ms. */
export type SlackRequest = {
  at: number;
  path: string;
  token: string | undefined;
  body: { text: string; blocks: object[]; channel?: string; thread_ts?: string };
};

/** How it answers one request instead of with success. `cut`: takes it and closes the connection without an answer. */
export type Misbehaviour =
  | { status: number; headers?: Record<string, string>; body?: string }
  | 'cut'
  | { slowMs: number };

/** A local HTTP server that behaves like Slack: incoming webhooks under /services/, and chat.postMessage. */
export type TestSlack = {
  /** Address of a webhook; each name is one of its own. */
  webhook(name: string): string;
  apiUrl: string;
  /** Requests whose text holds this, in order. */
  about(text: string): SlackRequest[];
  /** The next requests whose text holds this are answered so, one after the other. */
  misbehave(about: string, ...answers: Misbehaviour[]): void;
  stop(): Promise<void>;
};

export const GOOD_TOKEN = 'xoxb-good';
export const SALES = 'C0SALES';

export async function startSlack(): Promise<TestSlack> {
  const requests: SlackRequest[] = [];
  const planned: { about: string; answer: Misbehaviour }[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const taken = await read(request);
    requests.push(taken);
    const index = planned.findIndex(({ about }) => JSON.stringify(taken.body).includes(about));
    const [plan] = index === -1 ? [] : planned.splice(index, 1);
    await answer(taken, response, plan?.answer, requests.length);
  };
  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    webhook: (name) => `${url}/services/${name}`,
    apiUrl: `${url}/api`,
    about: (text) => requests.filter(({ body }) => JSON.stringify(body).includes(text)),
    misbehave: (about, ...answers) => void planned.push(...answers.map((one) => ({ about, answer: one }))),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(request: IncomingMessage): Promise<SlackRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as SlackRequest['body'];
  const token = request.headers.authorization?.replace('Bearer ', '');
  return { at: Date.now(), path: request.url ?? '', token, body };
}

async function answer(
  { path, token, body }: SlackRequest,
  response: ServerResponse,
  instead: Misbehaviour | undefined,
  number: number,
): Promise<void> {
  if (instead === 'cut') return void response.destroy();
  if (instead && 'slowMs' in instead) await after(instead.slowMs);
  if (instead && 'status' in instead)
    return void response.writeHead(instead.status, instead.headers).end(instead.body ?? '');
  if (!path.startsWith('/api/')) return void response.writeHead(200).end('ok');
  const say = (json: object) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(json));
  if (token !== GOOD_TOKEN) return void say({ ok: false, error: 'invalid_auth' });
  if (body.channel !== SALES) return void say({ ok: false, error: 'channel_not_found' });
  say({ ok: true, channel: SALES, ts: `1700000000.${String(number).padStart(6, '0')}` });
}
