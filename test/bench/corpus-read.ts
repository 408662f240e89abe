import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { objectionTypes, outcomes, owners, moods, stances } from '../../analytics-worker/analysis/results.ts';
import { roles, type Item } from '../../analytics-worker/analysis/transcript.ts';

export const CORPUS = fileURLToPath(new URL('../corpus/', import.meta.url));
export const parts = ['written', 'measured'] as const;
export type Part = (typeof parts)[number];

const item = z.int().min(1);
const word = z.string().min(1);
const said = z.array(z.partialRecord(z.enum(roles), z.string().min(1))).min(1);
const labels = z.strictObject({
  signals: z
    .strictObject({
      team_size: z.int().min(0),
      monthly_volume: z.int().min(0),
      integration_needs: z.array(word).min(1),
      industry: word,
      location: word,
      use_case: word,
      current_tool: word,
      pain_points: z.array(item).min(1),
      decision_timeline: z.enum(['this_week', 'this_month', 'this_quarter', 'evaluating']),
      budget_authority: z.enum(['decision_maker', 'influencer', 'needs_approval', 'unknown']),
      urgency: z.enum(['high', 'medium', 'low']),
    })
    .partial(),
  objections: z.array(z.strictObject({ item, type: z.enum(objectionTypes), resolved: z.boolean() })),
  competitors: z.array(z.strictObject({ item, name: word, stance: z.enum(stances) })),
  action_items: z.array(z.strictObject({ item, owner: z.enum(owners), due: word.nullable() })),
  content_gaps: z.array(z.strictObject({ item })),
  outcome: z.enum(outcomes),
  sentiment: z.enum(moods),
});
const labelled = z.strictObject({ about: word, items: said, labels });
/** A few items and what is labelled in them; what a file is not about is left out. */
const some = labels.partial();
/** In which item of the caller's each signal is told, where that is labelled. */
const told = z.partialRecord(z.keyof(labels.shape.signals), item);
const entries = z.array(z.strictObject({ items: said, told: told.optional(), ...some.shape })).min(1);
/** Of the signals a file may label only some. */
const phrases = z.union([
  entries.transform((entries) => ({ only: undefined, entries })),
  z.strictObject({ only: z.array(z.keyof(labels.shape.signals)).min(1).optional(), entries }),
]);
export type Labels = z.infer<typeof labels>;
/** `only`: the signals that are labelled, where not all are. */
export type Phrase = {
  name: string;
  number: number;
  items: Item[];
  labels: z.infer<typeof some>;
  told?: z.infer<typeof told> | undefined;
  only?: readonly (keyof Labels['signals'])[] | undefined;
};
export type Call = { name: string; about: string; items: Item[]; labels: Labels; told?: undefined; only?: undefined };

/** The labelled calls of a part, by name. @throws Error naming file, field and what is wrong with it. */
export async function readPart(part: Part): Promise<Call[]> {
  const folder = path.join(CORPUS, part);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).toSorted();
  return Promise.all(files.map(async (file) => readCall(await readFile(path.join(folder, file), 'utf8'), file)));
}

export function readCall(text: string, file: string): Call {
  const { about, labels, items } = checked(labelled, text, file);
  return { name: path.basename(file, '.yaml'), about, items: itemsOf(items, file), labels };
}

/** The phrases of a file, by their number in it, from 1. @throws Error naming file, field and what is wrong with it. */
export function readPhrases(text: string, file: string): Phrase[] {
  const { only, entries } = checked(phrases, text, file);
  return entries.map(({ items, told, ...labels }, index) => ({
    name: `${path.basename(file, '.yaml')} ${index + 1}`,
    number: index + 1,
    items: itemsOf(items, file),
    labels,
    told,
    only,
  }));
}

function checked<Form>(form: z.ZodType<Form>, text: string, file: string): Form {
  const parsed = form.safeParse(parse(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(
    `${file}: ${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'does not fit'}; its form is in test/corpus/README.md`,
  );
}

function itemsOf(items: z.infer<typeof said>, file: string): Item[] {
  return items.map((line, index): Item => {
    const [entry, more] = Object.entries(line);
    if (!entry || more) throw new Error(`${file}: items.${index}: write one line, agent: … or user: …`);
    return { item: index + 1, role: entry[0] === 'agent' ? 'agent' : 'user', text: entry[1] };
  });
}
