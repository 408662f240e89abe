import type { z } from 'zod';
import { EarshotError } from './errors.ts';

/**
 * Reads a process's settings. An empty string counts as unset, so that `NATS_URL= npm run dev` means the default.
 *
 * @throws EarshotError `bad_setting`, naming every variable at fault and what it must be.
 */
export function readEnv<Schema extends z.ZodType>(
  schema: Schema,
  env: Record<string, string | undefined>,
): z.infer<Schema> {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = schema.safeParse(set);
  if (result.success) return result.data;
  const [first, ...others] = result.error.issues;
  throw new EarshotError({
    code: 'bad_setting',
    field: first?.path.join('.') || 'environment',
    message: [first?.message, ...others.map((issue) => `${issue.path.join('.')}: ${issue.message}`)].join('; '),
    fix: 'set the variable to a value of that form, or unset it for its default (docs/settings.md)',
  });
}
