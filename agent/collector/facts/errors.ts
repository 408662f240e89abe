import type { voice } from '@livekit/agents';
import type { FactData } from '../../../events/catalogue.ts';
import { messageOf } from '../../../lib/errors.ts';
import { defined, label, message } from './values.ts';
import type { Watch } from './watch.ts';

const SOURCES = {
  stt_error: 'stt',
  llm_error: 'llm',
  tts_error: 'tts',
  realtime_model_error: 'realtime',
  interruption_detection_error: 'session',
} as const;

/**
 * Errors of the session. Listening has a side effect that callers want: without a listener for `error`, a session
 * outside a room gives up a turn at the first recoverable failure of the model instead of trying again.
 */
export function watchErrors({ on, publish }: Watch): void {
  on('error', ({ error }) => publish('error.raised', errorFact(error)));
}

export function errorFact(error: voice.ErrorEvent['error']): FactData<'error.raised'> {
  // Of the interruption detector's errors the SDK passes the error itself, of the others what failed within.
  const cause: unknown = 'error' in error ? error.error : error;
  return {
    source: SOURCES[error.type],
    message: message(messageOf(cause)),
    recoverable: error.recoverable,
    ...defined({ label: error.label ? label(error.label) : undefined, statusCode: statusCodeOf(cause) }),
  };
}

function statusCodeOf(error: unknown): number | undefined {
  const code = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return typeof code === 'number' && Number.isInteger(code) && code > 0 ? code : undefined;
}
