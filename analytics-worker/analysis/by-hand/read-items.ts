import { z } from 'zod';
import { EarshotError, messageOf } from '../../../lib/errors.ts';
import { roles, type Item } from '../transcript.ts';

const message = z.object(
  {
    role: z.enum(roles, { error: 'must be "agent" or "user"' }),
    text: z.string({ error: 'must be a text' }).max(20_000, 'must be at most 20000 characters'),
    /** Call time, ms. */
    atMs: z.number().min(0).optional(),
    interrupted: z.boolean().optional(),
  },
  { error: 'must be an object with a role and a text' },
);
const transcript = z
  .array(message, { error: 'must be a JSON array of messages' })
  .min(1, 'must have a message')
  .max(5_000);

/**
 * A transcript as a person writes it: a JSON array of `{ "role": "agent" | "user", "text": "…" }`, whose items count from 1.
 *
 * @param source how it was given, for errors
 * @throws EarshotError `bad_transcript`, naming the entry and the field
 */
export function readItems(json: string, source: string): Item[] {
  const parsed = transcript.safeParse(parse(json, source));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const [index, ...field] = issue?.path ?? [];
    const item = typeof index === 'number' ? [`item ${index + 1}`] : [];
    throw bad([source, ...item, ...field.map(String)].join(', '), issue?.message ?? 'does not fit');
  }
  return parsed.data.map(({ role, text, atMs, interrupted }, index) => ({
    item: index + 1,
    role,
    text,
    ...(atMs !== undefined && { atMs }),
    ...(interrupted !== undefined && { interrupted }),
  }));
}

function parse(json: string, source: string): unknown {
  try {
    // Editors on Windows put a byte order mark before it.
    return JSON.parse(json.replace(/^\uFEFF/u, ''));
  } catch (error) {
    throw bad(source, `is no JSON (${messageOf(error)})`);
  }
}

function bad(field: string, message: string): EarshotError {
  const fix = 'give a JSON array of { "role": "agent" | "user", "text": "…" }';
  return new EarshotError({ code: 'bad_transcript', field, message, fix });
}
