import type { z } from 'zod';
import { EarshotError, messageOf, type Problem } from './errors.ts';

const LARGEST_ANSWER_BYTES = 1024 * 1024;

export type Question<Answer extends z.ZodType> = {
  url: URL;
  method: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as JSON. */
  body?: unknown;
  answer: Answer;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  /** Statuses whose body is an answer too, besides those of success. */
  alsoAnswers?: readonly number[];
};

/**
 * One request that is answered in JSON of a known form. No redirect is followed, so that the headers' secrets stay with
 * the server they are meant for; errors name that server only, because a query may hold what a caller said.
 *
 * @throws EarshotError `service_unreachable`, `service_slow`, `service_failed`, `service_answer`
 * @throws the signal's reason, when it aborts
 */
export async function askJson<Answer extends z.ZodType>(question: Question<Answer>): Promise<z.infer<Answer>> {
  const { url, timeoutMs, signal } = question;
  const late = AbortSignal.timeout(timeoutMs);
  try {
    const response = await send(question, AbortSignal.any([late, ...(signal ? [signal] : [])]));
    return await readAnswer(question, response);
  } catch (error) {
    if (error instanceof EarshotError) throw error;
    if (signal?.aborted) throw signal.reason;
    if (late.aborted)
      throw at(
        url,
        { code: 'service_slow', message: `gave no answer within ${timeoutMs} ms`, fix: 'see its log' },
        'yes',
      );
    const message = causeOf(error);
    throw at(url, { code: 'service_unreachable', message, fix: 'start it, or mend its address' }, 'yes');
  }
}

function send({ url, method, headers, body }: Question<z.ZodType>, signal: AbortSignal): Promise<Response> {
  const json = body === undefined ? {} : { 'content-type': 'application/json' };
  return fetch(url, {
    method,
    headers: { accept: 'application/json', ...json, ...headers },
    redirect: 'manual',
    signal,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function readAnswer<Answer extends z.ZodType>(
  { url, answer, alsoAnswers = [] }: Question<Answer>,
  response: Response,
): Promise<z.infer<Answer>> {
  if (!response.ok && !alsoAnswers.includes(response.status)) {
    await response.body?.cancel();
    const retriable = response.status >= 500 || response.status === 429 ? 'yes' : 'no';
    throw at(url, { code: 'service_failed', message: `answered ${response.status}`, fix: 'see its log' }, retriable);
  }
  const parsed = answer.safeParse(parseJson(await readText(url, response)));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw strange(url, `answered in another form: ${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? ''}`);
}

async function readText(url: URL, response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > LARGEST_ANSWER_BYTES) throw strange(url, 'answered with more than 1 MiB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Undefined where it is no JSON, which then fits no form. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function strange(url: URL, message: string): EarshotError {
  return at(url, { code: 'service_answer', message, fix: 'make it answer as docs/tools.md says' });
}

function at(url: URL, problem: Omit<Problem, 'field'>, retriable: 'yes' | 'no' = 'no'): EarshotError {
  return new EarshotError({ field: url.origin, ...problem }, { retriable });
}

/** `fetch failed` says nothing; what failed is its cause. */
function causeOf(error: unknown): string {
  return error instanceof Error && error.cause !== undefined ? messageOf(error.cause) : messageOf(error);
}
