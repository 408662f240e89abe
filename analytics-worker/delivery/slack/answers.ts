import { z } from 'zod';
import type { Answer } from '../answer.ts';

type Response = { status: number; headers: { get(name: string): string | null } };

const TOO_MANY = 429;
const SERVER_FAULT = 500;
/** `Retry-After: 0` is no leave to ask without end. */
const SHORTEST_RETRY_AFTER_S = 1;
const LONGEST_RETRY_AFTER_S = 3_600;

/** Errors of chat.postMessage that pass. All others say that the request is wrong. */
const PASSING: readonly string[] = ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'];
const botAnswer = z.object({
  ok: z.boolean(),
  error: z.string().optional(),
  ts: z.string().optional(),
  channel: z.string().optional(),
});

/** A webhook says `ok`, or what is wrong in one word. */
export function answerOfWebhook(response: Response, body: string): Answer {
  const { status } = response;
  if (status >= 200 && status < 300) return { kind: 'sent', status };
  return passing(response) ?? { kind: 'refused', status, error: wordOf(body) };
}

/** The web API says 200 to nearly everything; the body tells. */
export function answerOfBot(response: Response, body: string): Answer {
  const { status } = response;
  const later = passing(response);
  if (later) return later;
  const parsed = botAnswer.safeParse(jsonOf(body));
  if (!parsed.success) {
    if (status >= 200 && status < 300) return { kind: 'later', status, error: 'unreadable_answer', unsure: true };
    return { kind: 'refused', status, error: wordOf(body) };
  }
  const { ok, ts, channel, error = 'unknown_error' } = parsed.data;
  if (ok) return { kind: 'sent', status, ...(ts && channel ? { thread: { ts, channel } } : {}) };
  if (error === 'ratelimited') return { kind: 'later', status, error, unsure: false };
  if (PASSING.includes(error)) return { kind: 'later', status, error, unsure: true };
  return { kind: 'refused', status, error: wordOf(error) };
}

/** Nobody was there, so nothing arrived; after every other failure nobody knows. */
export function failedRequest(error: unknown): Answer {
  const cause = error instanceof Error ? (error.cause ?? error) : undefined;
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  const name = cause instanceof Error ? cause.name : 'error';
  return { kind: 'later', status: null, error: wordOf(code || name), unsure: !NEVER_ARRIVED.includes(code) };
}

const NEVER_ARRIVED: readonly string[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

function passing({ status, headers }: Response): Answer | undefined {
  if (status === TOO_MANY) {
    const waitMs = secondsOf(headers.get('retry-after'));
    return { kind: 'later', status, error: 'ratelimited', unsure: false, ...(waitMs === undefined ? {} : { waitMs }) };
  }
  return status >= SERVER_FAULT ? { kind: 'later', status, error: 'server_error', unsure: true } : undefined;
}

function secondsOf(header: string | null): number | undefined {
  const seconds = header === null || header.trim() === '' ? Number.NaN : Number(header);
  if (!(seconds >= 0)) return undefined;
  return Math.min(Math.max(seconds, SHORTEST_RETRY_AFTER_S), LONGEST_RETRY_AFTER_S) * 1_000;
}

/** Slack's errors are words; anything else might hold what nobody should read in a row. */
function wordOf(text: string): string {
  const word = text.trim();
  return /^\w{1,64}$/.test(word) ? word : 'error';
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
