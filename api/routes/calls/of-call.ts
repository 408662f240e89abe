import { z } from '@hono/zod-openapi';

/** The parameters of every route below a call. */
export const ofCall = {
  params: z.object({ call: z.string().min(1).max(200).openapi({ description: 'Id of the call' }) }),
};
