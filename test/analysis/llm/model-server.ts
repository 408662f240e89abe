import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Usage = { input: number; cached?: number; output: number };
/** What the model says, or how its server misbehaves. */
export type Doing =
  | { says: unknown; usage?: Usage | null; finish?: 'stop' | 'length' }
  | { refuses: true; usage?: Usage }
  | { status: number; headers?: Record<string, string>; body?: unknown }
  | { does: 'hang' | 'drip' | 'cut' | 'reset' | 'flood' };

export type Asked = {
  path: string;
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
  messages: { role: string; content: string }[];
  /** All that the model reads. */
  text: string;
};

const KIB = 1024;

/**
 * A local server that speaks OpenAI's chat completions (`/v1/chat/completions`) and Anthropic's messages
 * (`/v1/messages`), and does what it is told: one thing for each request, the last one for all that follow.
 */
export type ModelServer = Awaited<ReturnType<typeof startModelServer>>;

export async function startModelServer() {
  const asked: Asked[] = [];
  let script: readonly (Doing | ((asked: Asked) => Doing))[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      const body = JSON.parse(text) as Record<string, unknown> & Pick<Asked, 'messages'>;
      const one: Asked = {
        path: request.url ?? '',
        headers: request.headers,
        body,
        messages: body.messages,
        text: text.replaceAll(String.raw`\n`, '\n').replaceAll(String.raw`\"`, '"'),
      };
      asked.push(one);
      const next = script[Math.min(asked.length, script.length) - 1] ?? { status: 500 };
      act(response, one, typeof next === 'function' ? next(one) : next);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    /** Forgets what was asked before. */
    play: (...doings: typeof script) => {
      script = doings;
      asked.length = 0;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function act(response: ServerResponse, asked: Asked, doing: Doing): void {
  if ('status' in doing) {
    const { status, headers = {}, body = { error: { message: 'no', type: 'error' } } } = doing;
    response.writeHead(status, {
      'content-type': typeof body === 'string' ? 'text/html' : 'application/json',
      ...headers,
    });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  } else if ('does' in doing) misbehave(response, asked, doing.does);
  else send(response, speak(asked, doing));
}

function misbehave(response: ServerResponse, asked: Asked, how: 'hang' | 'drip' | 'cut' | 'reset' | 'flood'): void {
  if (how === 'reset') return void response.destroy();
  if (how === 'hang') return;
  response.writeHead(200, { 'content-type': 'application/json' });
  if (how === 'cut') {
    const whole = JSON.stringify(speak(asked, { says: { signals: [] } }));
    response.write(whole.slice(0, whole.length / 2), () => response.destroy());
    return;
  }
  const write = () => {
    if (response.destroyed) return;
    if (how === 'flood') response.write(' '.repeat(64 * KIB), write);
    else response.write(' ', () => setTimeout(write, 20));
  };
  write();
}

function send(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

type Speech = Exclude<Doing, { status: number } | { does: string }>;

function speak(asked: Asked, speech: Speech): unknown {
  return asked.path.endsWith('/messages') ? asAnthropic(asked, speech) : asOpenai(speech);
}

const defaultUsage: Usage = { input: 1_000, output: 100 };
const textOf = (says: unknown) => (typeof says === 'string' ? says : JSON.stringify(says));

function asOpenai(speech: Speech): unknown {
  const usage = speech.usage === undefined ? defaultUsage : speech.usage;
  const message =
    'refuses' in speech
      ? { role: 'assistant', content: null, refusal: 'I cannot help with that.' }
      : { role: 'assistant', content: textOf(speech.says), refusal: null };
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_700_000_000,
    model: 'local',
    choices: [{ index: 0, message, finish_reason: ('finish' in speech && speech.finish) || 'stop' }],
    ...(usage && {
      usage: {
        prompt_tokens: usage.input,
        completion_tokens: usage.output,
        total_tokens: usage.input + usage.output,
        prompt_tokens_details: { cached_tokens: usage.cached ?? 0 },
      },
    }),
  };
}

/** Asked with a tool, the model answers by calling it. */
function asAnthropic({ body }: Asked, speech: Speech): unknown {
  const usage = speech.usage ?? defaultUsage;
  const refused = 'refuses' in speech;
  const byTool = !refused && body['tools'] !== undefined && typeof speech.says !== 'string';
  const content = byTool
    ? { type: 'tool_use', id: 'toolu_1', name: 'json', input: speech.says }
    : { type: 'text', text: refused ? '' : textOf(speech.says) };
  return {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'local',
    content: refused ? [] : [content],
    stop_reason: refused ? 'refusal' : byTool ? 'tool_use' : 'end_turn',
    stop_sequence: null,
    usage: {
      input_tokens: usage.input - (usage.cached ?? 0),
      output_tokens: usage.output,
      cache_read_input_tokens: usage.cached ?? 0,
      cache_creation_input_tokens: 0,
    },
  };
}
