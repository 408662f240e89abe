import { pino, type Logger } from 'pino';

export type Log = Logger;

/** Keys under which callers' data may be logged; they are cut out unless `LOG_SENSITIVE=true`. */
const SENSITIVE_KEYS = ['text', 'email', 'phone', 'name', 'args', 'value', 'transcript'];

/**
 * A process's logger: JSON lines on stderr. Messages are constant strings; what varies goes into fields, personal data
 * only under the sensitive keys.
 */
export function createLog(process: string, options: { level?: string; sensitive?: boolean } = {}): Log {
  const redact = options.sensitive ? {} : { redact: SENSITIVE_KEYS };
  return pino({ level: options.level ?? 'info', base: { process }, ...redact }, pino.destination(2));
}
