import { z } from '@hono/zod-openapi';
import { ms, time } from './common.ts';
import { roles } from './roles.ts';

/** Who asks: what the key or the browser's session is bound to. */
export const session = z
  .object({
    tenant: z.string(),
    role: z.enum(roles),
    by: z.string().openapi({ description: 'Name of the key, or of the login' }),
    canReadTranscripts: z.boolean(),
    canStartCalls: z.boolean(),
    takesWebCalls: z.boolean().openapi({ description: 'Whether a LiveKit server is set up for calls from a browser' }),
    canOperate: z.boolean(),
    targetMs: ms.openapi({ description: 'The answer that callers should get within' }),
    expiresAt: time.nullable(),
  })
  .openapi('Session');
const NO_CODE = 'is no code of a login link; open the whole link as it was printed';
export const loginRequest = z.object({ code: z.string().min(8, NO_CODE).max(200, NO_CODE) }).openapi('Login');
