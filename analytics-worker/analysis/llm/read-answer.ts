import type { z } from 'zod';

const MOST_PROBLEMS = 5;

/** A model's text as an answer of the form, or what is wrong with it, in words that the model can act on. */
export function readAnswer<Form extends z.ZodType>(
  text: string,
  form: Form,
): { answer: z.infer<Form> } | { problem: string } {
  const json = findObject(text);
  if (json === undefined) return { problem: 'it holds no JSON object' };
  const parsed = form.safeParse(json);
  if (parsed.success) return { answer: parsed.data };
  const problems = parsed.error.issues
    .slice(0, MOST_PROBLEMS)
    .map((issue) => `${issue.path.join('.') || 'the whole'}: ${issue.message}`);
  return { problem: problems.join('; ') };
}

/** The whole text, else what stands between its first and its last brace: models like to talk around it. */
function findObject(text: string): unknown {
  return parse(text) ?? parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? (value ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}
