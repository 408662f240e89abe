import type { z } from '@hono/zod-openapi';
import { errorBody } from '../schemas/common.ts';

const json = <Schema extends z.ZodType>(schema: Schema) => ({ 'application/json': { schema } });

export const describeError = (description: string) => ({ description, content: json(errorBody) });

/** The errors that any route may answer. */
export const describeErrors = {
  400: describeError('A parameter is wrong; `field` says which'),
  401: describeError('No key, or one that is wrong or revoked'),
  403: describeError('The role of the key does not allow it'),
  404: describeError('There is no such thing in this tenant'),
  429: describeError('Too many requests; see Retry-After'),
  503: describeError('Store or broker is away; try again'),
} as const;

/** The answers of a route that takes a key and gives JSON, for the OpenAPI document and the typed client. */
export function describeAnswers<Schema extends z.ZodType>(schema: Schema) {
  return { ...describeErrors, 200: { description: 'What was asked for', content: json(schema) } } as const;
}
