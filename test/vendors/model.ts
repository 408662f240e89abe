import type { IncomingMessage, ServerResponse } from 'node:http';
import { pause } from '../../lib/retry.ts';
import { downNow, type Call } from './calls.ts';
import { delays, varied } from './delays.ts';
import { answerTo, textOf, type Answer, type ChatMessage } from './reply.ts';

type ChatRequest = { model: string; messages: ChatMessage[]; tools?: unknown[] };
type Usage = {
  prompt_tokens: number;
  completion_tokens: number;
  total_tokens: number;
  prompt_tokens_details: { cached_tokens: number };
};

/** Longer than anybody waits. */
const HANGS_MS = 120_000;
/** OpenAI caches prompts from this length on, in steps. */
const CACHE_FROM_TOKENS = 1_024;
const CACHE_STEP_TOKENS = 128;

/** OpenAI's chat completions as a stream of server-sent events. */
export async function serveModel(
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
  call: Call,
): Promise<void> {
  const chat = JSON.parse(body) as ChatRequest;
  const id = `chatcmpl-${call.id}-${++call.requests}`;
  const gone = new AbortController();
  request.on('close', () => gone.abort());
  response.on('close', () => gone.abort());
  const down = downNow(call.script.faults.modelDown, chat.model, call.answers);
  if (down === 'hangs') return pause(HANGS_MS, gone.signal);
  if (down === 'refuses') {
    response.writeHead(503, { 'content-type': 'application/json' });
    return void response.end(JSON.stringify({ error: { message: 'emulated outage', type: 'server_error' } }));
  }
  const answer = answerTo(chat.messages, call.script);
  const usage = usageOf(chat, answer, call);

  response.writeHead(200, { 'content-type': 'text/event-stream', 'x-request-id': `req_${id}` });
  const send = (chunk: object) => {
    const event = {
      id,
      object: 'chat.completion.chunk',
      created: Math.floor(Date.now() / 1_000),
      model: chat.model,
      ...chunk,
    };
    response.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  const delta = (change: object, finish: string | null = null) =>
    send({ choices: [{ index: 0, delta: change, finish_reason: finish }] });

  await pause(call.script.faults.modelFirstTokenMs ?? varied(delays.modelFirstTokenMs, id), gone.signal);
  delta({ role: 'assistant', content: answer.text === '' ? null : '' });
  await streamAnswer(answer, id, delta, gone.signal);
  if (gone.signal.aborted) return;
  delta({}, answer.tools.length > 0 ? 'tool_calls' : 'stop');
  send({ choices: [], usage });
  call.answers++;
  response.end('data: [DONE]\n\n');
}

async function streamAnswer(
  answer: Answer,
  id: string,
  delta: (change: object) => void,
  gone: AbortSignal,
): Promise<void> {
  for (const token of answer.text.match(/\S+\s*/g) ?? []) {
    if (gone.aborted) return;
    delta({ content: token });
    await pause(varied(delays.modelTokenMs, id + token), gone);
  }
  for (const [index, { name, args }] of answer.tools.entries()) {
    if (gone.aborted) return;
    delta({ tool_calls: [{ index, id: `call_${id}_${index}`, type: 'function', function: { name, arguments: '' } }] });
    delta({ tool_calls: [{ index, function: { arguments: JSON.stringify(args) } }] });
    await pause(varied(delays.modelTokenMs * tokensIn(JSON.stringify(args)), id + name), gone);
  }
}

function usageOf(chat: ChatRequest, answer: Answer, call: Call): Usage {
  const prompt =
    tokensIn(JSON.stringify(chat.tools ?? [])) +
    chat.messages.reduce((sum, message) => sum + messageTokens(message), 0);
  const completion =
    tokensIn(answer.text) + answer.tools.reduce((sum, tool) => sum + tokensIn(JSON.stringify(tool)), 0);
  const repeated = Math.min(prompt, call.lastPromptTokens);
  const cached = repeated < CACHE_FROM_TOKENS ? 0 : repeated - (repeated % CACHE_STEP_TOKENS);
  call.lastPromptTokens = prompt;
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_tokens_details: { cached_tokens: cached },
  };
}

function messageTokens(message: ChatMessage): number {
  return 4 + tokensIn(textOf(message)) + tokensIn(message.tool_calls ? JSON.stringify(message.tool_calls) : '');
}

/** English has about four characters to a token. */
function tokensIn(text: string): number {
  return Math.ceil(text.length / 4);
}
