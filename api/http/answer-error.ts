import type { ErrorHandler, NotFoundHandler } from 'hono';
import type { Log } from '../../lib/log.ts';
import { answerTo, notFound } from './problems.ts';
import type { ApiEnv } from './router.ts';

/** What went wrong as every route answers it. The inside of an unknown error goes to the log only. */
export function answerError(log: Log): ErrorHandler<ApiEnv> {
  return (error, c) => {
    const { status, problem } = answerTo(error);
    const requestId = c.get('requestId');
    const { code, message, field, fix: hint = '' } = problem;
    if (status === 500) log.error({ requestId, error: error.message, stack: error.stack }, 'request failed');
    c.set('errorCode', code);
    if (status === 401) c.header('WWW-Authenticate', 'Bearer');
    return c.json({ error: { code, message, ...(field === undefined ? {} : { field }), hint, requestId } }, status);
  };
}

export const answerNotFound: NotFoundHandler<ApiEnv> = () => {
  throw notFound('address');
};
