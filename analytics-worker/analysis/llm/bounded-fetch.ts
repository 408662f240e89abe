import { messageOf } from '../../../lib/errors.ts';
import { ModelFailure } from './failure.ts';

const LARGEST_ANSWER_BYTES = 1024 * 1024;
/** Nothing was sent, so nothing is charged. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/**
 * A fetch for one request to a model: follows no redirect, so that key and transcript stay with the server they are meant
 * for, reads no more than 1 MiB, and shows the whole answer to `onBody` whether or not it is any use.
 *
 * @throws ModelFailure `unreachable`, `cut`, `too_large`
 */
export function boundedFetch(onBody: (body: string) => void): typeof fetch {
  return async (input, init) => {
    const response = await connect(input, init);
    const body = await readBody(response, init?.signal ?? undefined);
    onBody(body);
    return new Response(response.status === 204 ? null : body, { status: response.status, headers: response.headers });
  };
}

async function connect(...request: Parameters<typeof fetch>): Promise<Response> {
  const [input, init] = request;
  try {
    return await fetch(input, { ...init, redirect: 'manual' });
  } catch (error) {
    if (init?.signal?.aborted) throw error;
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    throw new ModelFailure('unreachable', `the endpoint cannot be reached: ${code || messageOf(cause)}`, {
      retry: true,
      maybeCharged: !NEVER_SENT.has(code),
    });
  }
}

async function readBody(response: Response, signal: AbortSignal | undefined): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > LARGEST_ANSWER_BYTES)
        throw new ModelFailure('too_large', 'the answer has more than 1 MiB', { maybeCharged: true });
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof ModelFailure || signal?.aborted) throw error;
    throw new ModelFailure('cut', 'the answer was cut off', { retry: true, maybeCharged: true });
  }
  return Buffer.concat(chunks).toString('utf8');
}
