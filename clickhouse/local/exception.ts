import { messageOf } from '../../lib/errors.ts';

/** An error as ClickHouse's HTTP interface states it: a number, a name and a text. */
export class StoreException extends Error {
  readonly code: number;
  readonly type: string;

  constructor(code: number, type: string, message: string) {
    super(message);
    this.code = code;
    this.type = type;
  }
}

/** Not ClickHouse's words but its numbers, so that every client understands them. */
export const refusals = {
  syntax: (message: string) => new StoreException(62, 'SYNTAX_ERROR', message),
  notSupported: (message: string) => new StoreException(344, 'SUPPORT_IS_DISABLED', message),
  tooLarge: (message: string) => new StoreException(307, 'TOO_MANY_BYTES', message),
  badArgument: (message: string) => new StoreException(36, 'BAD_ARGUMENTS', message),
  readonly: () => new StoreException(164, 'READONLY', 'Cannot execute query in readonly mode.'),
  accessDenied: (message: string) => new StoreException(497, 'ACCESS_DENIED', message),
  authentication: (user: string) => {
    const message = `${user}: Authentication failed: password is incorrect, or there is no user with such name.`;
    return new StoreException(516, 'AUTHENTICATION_FAILED', message);
  },
};

const CANCELLED = new StoreException(394, 'QUERY_WAS_CANCELLED', 'Query was cancelled.');

/** Reads the engine's error text: `Code: 60. DB::Exception: … (UNKNOWN_TABLE)`, the head of which may come twice. */
export function exceptionOf(error: unknown): StoreException {
  if (error instanceof StoreException) return error;
  const text = messageOf(error);
  const code = Number(/Code: (\d+)\./.exec(text)?.[1] ?? 1002);
  if (code === CANCELLED.code) return CANCELLED;
  const type = /\(([A-Z][A-Z0-9_]+)\)[^()]*$/.exec(text)?.[1] ?? 'UNKNOWN_EXCEPTION';
  const message = text
    .replace(/^.*?(?:Code: \d+\. DB::Exception: )+/s, '')
    .replace(/\(in file\/uri [^)]*\): /g, '')
    .replace(/\s*\([A-Z][A-Z0-9_]+\)\s*$/, '');
  return new StoreException(code, type, message);
}

const STATUS_BY_CODE: Record<number, number> = {
  36: 400,
  60: 404,
  62: 400,
  81: 404,
  159: 408,
  307: 413,
  344: 501,
  497: 403,
  516: 403,
};

export function httpStatus({ code }: StoreException): number {
  return STATUS_BY_CODE[code] ?? 500;
}

export function httpText({ code, message, type }: StoreException): string {
  return `Code: ${code}. DB::Exception: ${message} (${type})\n`;
}
