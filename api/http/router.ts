import { OpenAPIHono } from '@hono/zod-openapi';
import type { Principal } from '../auth/principal.ts';
import { badParameter } from './problems.ts';

/** What a request carries through its handlers. */
export type ApiEnv = {
  Variables: {
    requestId: string;
    /** Set by `authenticate`; routes that need no key do not read it. */
    principal: Principal;
    /** Set when the answer is an error. */
    errorCode?: string;
  };
};

/** A router whose parameters are checked by their schema: what does not fit is answered with the field and the fix. */
export function newRouter(): OpenAPIHono<ApiEnv> {
  return new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (!result.success) throw badParameter(result.error);
    },
  });
}
