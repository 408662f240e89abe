import type { z } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { EarshotError, type Problem } from '../../lib/errors.ts';

/** Codes of errors and the status they are answered with; all others are 500 and say nothing. Listed in docs/errors.md. */
const STATUS: Record<string, ContentfulStatusCode> = {
  bad_parameter: 400,
  bad_cursor: 400,
  bad_body: 400,
  unauthenticated: 401,
  bad_signature: 401,
  forbidden: 403,
  foreign_origin: 403,
  not_found: 404,
  call_not_linked: 409,
  idempotency_key_reused: 409,
  login_used: 410,
  body_too_large: 413,
  too_many_requests: 429,
  audit_unavailable: 503,
  worker_unavailable: 503,
  broker_unavailable: 503,
  store_unavailable: 503,
  rooms_not_configured: 503,
};

export type Answer = { status: ContentfulStatusCode; problem: Problem };

const UNKNOWN: Problem = {
  code: 'internal',
  message: 'something went wrong on our side',
  fix: 'try again; if it stays, look for the request id in the log of the api',
};

/** What a caller is told of an error. An unknown one says nothing of its inside. */
export function answerTo(error: unknown): Answer {
  if (error instanceof HTTPException && error.status < 500) return answerTo(badBody());
  if (!(error instanceof EarshotError)) return { status: 500, problem: UNKNOWN };
  const status = STATUS[error.problem.code];
  return status === undefined ? { status: 500, problem: UNKNOWN } : { status, problem: error.problem };
}

/** One that is missing and one that belongs to another tenant read the same. */
export function notFound(what: string): EarshotError {
  return new EarshotError({
    code: 'not_found',
    message: `there is no such ${what}`,
    fix: 'check the id in the address',
  });
}

export function badParameter(error: z.ZodError): EarshotError {
  const [issue] = error.issues;
  const field = issue?.path.join('.') ?? '';
  const fix = 'the parameters of each route are in /openapi.json';
  return new EarshotError({ code: 'bad_parameter', field, message: issue?.message ?? 'malformed', fix });
}

export function bodyTooLarge(limitBytes: number): EarshotError {
  const message = `the body has more than ${limitBytes} bytes`;
  return new EarshotError({ code: 'body_too_large', message, fix: 'send less at once' });
}

function badBody(): EarshotError {
  const message = 'the body cannot be read as JSON';
  return new EarshotError({
    code: 'bad_body',
    message,
    fix: 'send one JSON object with Content-Type: application/json',
  });
}
