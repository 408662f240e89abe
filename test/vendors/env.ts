import { z } from 'zod';

export const vendorsEnv = z.object({
  /** 0: a free one, told to the parent. */
  EARSHOT_VENDORS_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  LOG_LEVEL: z.string().default('warn'),
});
