import type { Msg } from 'nats';
import { messageOf } from '../../lib/errors.ts';

/**
 * What the broker answered. `refused`: it will never take this event. `later`: it may take it in a while (no stream
 * leader, starting, full, shutting down).
 */
export type Ack =
  | { kind: 'stored'; duplicate: boolean }
  | { kind: 'refused'; reason: 'too_large' | 'refused'; detail: string }
  | { kind: 'later'; code: string; detail: string };

/** JetStream's codes for an event that is at fault itself come with status 400; all others pass. */
const BAD_REQUEST = 400;
const TOO_LARGE = 10054;

export function readAck(message: Msg): Ack {
  if (message.data.length === 0) {
    const code = String(message.headers?.code ?? 'empty');
    return { kind: 'later', code, detail: 'no stream takes the subject just now' };
  }
  try {
    const answer = message.json<{ stream?: string; duplicate?: boolean; error?: ApiError }>();
    if (answer.error) return readError(answer.error);
    return answer.stream
      ? { kind: 'stored', duplicate: answer.duplicate === true }
      : { kind: 'later', code: 'unknown', detail: 'no stream named' };
  } catch (error) {
    return { kind: 'later', code: 'unreadable', detail: messageOf(error) };
  }
}

type ApiError = { code?: number; err_code?: number; description?: string };

function readError({ code, err_code: errorCode, description }: ApiError): Ack {
  const detail = `${description ?? 'no description'} (${errorCode ?? code ?? 'no code'})`;
  if (code !== BAD_REQUEST) return { kind: 'later', code: String(errorCode ?? code), detail };
  return { kind: 'refused', reason: errorCode === TOO_LARGE ? 'too_large' : 'refused', detail };
}
