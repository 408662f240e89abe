import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { defaultSignals, type SignalDefinition } from '../../../events/signals.ts';
import { once } from '../once.ts';

const sections = ['System', 'Window', 'Day', 'Place', 'Known', 'Repair'] as const;
type Section = (typeof sections)[number];

const frontMatter = z.strictObject({
  name: z.string(),
  version: z.int().min(1),
  notes: z.record(z.string(), z.string()),
});

/** A prompt and its version: a change of wording is a change of the result, and raises it. */
export type PromptFile = z.infer<typeof frontMatter> & {
  /** A section with its marks `{{…}}` filled in; what is filled in is not read for marks again. */
  fill(section: Section, marks: Readonly<Record<string, string>>): string;
};

/** Read once a process; a broken file is a broken build, and throws what is wrong with it. */
export const findingsPrompt = once((): PromptFile =>
  parsePrompt(readFileSync(new URL('prompts/findings.md', import.meta.url), 'utf8')),
);

export function parsePrompt(text: string): PromptFile {
  const [, matter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const texts = new Map(
    body
      .split(/^(?=# )/m)
      .map((part): [string, string] => [/^# (.*)/.exec(part)?.[1] ?? '', part.replace(/^# .*\n/, '').trim()]),
  );
  const missing = sections.filter((section) => !texts.get(section));
  if (missing.length > 0) throw new Error(`the prompt lacks ${missing.join(', ')}`);
  return {
    ...frontMatter.parse(parse(matter)),
    fill: (section, marks) =>
      (texts.get(section) ?? '').replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
        const mark = marks[name];
        if (mark === undefined) throw new Error(`the prompt's ${section} asks for ${name}`);
        return mark;
      }),
  };
}

/** The signals as a list for the model. */
export function describeSignals(definitions: readonly SignalDefinition[], notes: PromptFile['notes']): string {
  return definitions
    .map((definition) => {
      const { name, type, values, description } = definition;
      const isDefault = defaultSignals.some((one) => one.name === name && one.description === description);
      const allowed = values ? `, one of ${values.join(', ')}` : '';
      const note = isDefault && notes[name] ? `. ${notes[name]}` : '';
      return `- ${name} (${type}${allowed}): ${description}${note}`;
    })
    .join('\n');
}
