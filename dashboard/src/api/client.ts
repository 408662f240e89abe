import type { ErrorBody } from '../../../api/types.ts';

/** What a route answered instead of data: its code, how to mend it, and the id under which the api's log has it. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly hint: string;
  readonly field: string | undefined;
  readonly requestId: string | undefined;

  constructor(status: number, error: Omit<ErrorBody['error'], 'requestId'> & { requestId?: string | undefined }) {
    super(error.message);
    this.name = 'ApiError';
    this.status = status;
    this.code = error.code;
    this.hint = error.hint;
    this.field = error.field;
    this.requestId = error.requestId;
  }
}

export type Query = Record<string, string | number | boolean | null | undefined>;

type Options = { method?: 'GET' | 'POST' | 'DELETE'; body?: unknown; signal?: AbortSignal | undefined };

/** Answers that were asked for before who needs them was there, by address; the first that asks takes one. */
const ahead = new Map<string, Promise<unknown>>();
let isAhead = false;

/** Asks for what will be needed: who makes the same request next gets that answer, or its failure. */
export function askAhead(ask: () => Promise<unknown>[]): void {
  isAhead = true;
  try {
    for (const answer of ask()) answer.catch(() => undefined);
  } finally {
    isAhead = false;
  }
}

/**
 * @param path below the page's own origin, ids already encoded by `at`.
 * @throws ApiError for every answer that is not data, and when nothing answers (code `unreachable`).
 */
export function request<Answer>(path: string, query: Query = {}, options: Options = {}): Promise<Answer> {
  const url = path + queryText(query);
  if (options.method !== undefined && options.method !== 'GET') return ask(url, options);
  const asked = ahead.get(url) as Promise<Answer> | undefined;
  const answer = asked ?? ask<Answer>(url, options);
  if (isAhead) ahead.set(url, answer);
  else ahead.delete(url);
  return answer;
}

async function ask<Answer>(url: string, { method = 'GET', body, signal }: Options): Promise<Answer> {
  const response = await send(url, {
    method,
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  if (!response.ok) throw await asApiError(response);
  if (response.status === 204) return undefined as Answer;
  return (await response.json()) as Answer;
}

/** A path with its variable parts encoded: at`/v1/calls/${callId}`. */
export function at(texts: TemplateStringsArray, ...values: (string | number)[]): string {
  return String.raw({ raw: texts }, ...values.map((value) => encodeURIComponent(value)));
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiError(0, {
      code: 'unreachable',
      message: 'The api does not answer',
      hint: 'Is it still running? `npm run dev` starts it.',
    });
  }
}

async function asApiError(response: Response): Promise<ApiError> {
  const requestId = response.headers.get('x-request-id') ?? undefined;
  const body = (await response.json().catch(() => null)) as Partial<ErrorBody> | null;
  if (body?.error) return new ApiError(response.status, body.error);
  const message = `The api answered ${response.status}`;
  return new ApiError(response.status, { code: 'no_answer', message, hint: 'Try again in a moment.', requestId });
}

function queryText(query: Query): string {
  const set = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  if (set.length === 0) return '';
  return `?${new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString()}`;
}
