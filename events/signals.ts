import { z } from 'zod';
import { EarshotError } from '../lib/errors.ts';

/** A signal that an agent asks for. A team lists its own in the agent's configuration, without changing code. */
export const signalDefinition = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, 'must be snake_case'),
  description: z.string().min(1).max(500),
  type: z.enum(['integer', 'number', 'text', 'list', 'boolean']),
  /** Allowed values of a text or of the members of a list; any when absent. */
  values: z.array(z.string()).min(1).optional(),
});
export type SignalDefinition = z.infer<typeof signalDefinition>;

const crmAndApi = ['salesforce', 'hubspot', 'pipedrive', 'api', 'zapier'];

/** The default set (docs/signals.md). `qualification_tier` is derived by the worker and so is none of them. */
export const defaultSignals: readonly SignalDefinition[] = [
  {
    name: 'team_size',
    type: 'integer',
    description: 'How many people would use the product, else the size of the team or company',
  },
  { name: 'monthly_volume', type: 'integer', description: 'Documents a month, all kinds together' },
  {
    name: 'integration_needs',
    type: 'list',
    description: `Systems it must work with, lower case, one word each: ${crmAndApi.join(', ')}, …`,
  },
  {
    name: 'industry',
    type: 'text',
    description: "The caller's own business: healthcare, legal, …",
  },
  { name: 'location', type: 'text', description: 'Where the caller works from' },
  {
    name: 'use_case',
    type: 'text',
    description: 'What would be signed or sent: proposals, contracts, …',
  },
  {
    name: 'current_tool',
    type: 'text',
    description: 'What they do it with now; paper, Word and PDF by e-mail are manual',
  },
  { name: 'pain_points', type: 'list', description: 'What goes wrong now' },
  {
    name: 'decision_timeline',
    type: 'text',
    values: ['this_week', 'this_month', 'this_quarter', 'evaluating'],
    description: 'Horizon to deciding or going live',
  },
  {
    name: 'budget_authority',
    type: 'text',
    values: ['decision_maker', 'influencer', 'needs_approval', 'unknown'],
    description: 'Who decides about the money',
  },
  {
    name: 'urgency',
    type: 'text',
    values: ['high', 'medium', 'low'],
    description: 'How pressing it is',
  },
];

/** A zod schema for a signal's value. */
export function signalValue(definition: SignalDefinition): z.ZodType {
  const word = definition.values ? z.enum(definition.values as [string, ...string[]]) : z.string().min(1).max(500);
  switch (definition.type) {
    case 'integer':
      return z.int().nonnegative();
    case 'number':
      return z.number();
    case 'boolean':
      return z.boolean();
    case 'text':
      return word;
    case 'list':
      return z.array(word).min(1).max(50);
  }
}

/** @throws EarshotError `bad_signal`, naming the entry, when definitions are malformed or a name is used twice. */
export function parseSignals(definitions: unknown): SignalDefinition[] {
  const parsed = z.array(signalDefinition).min(1).safeParse(definitions);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw badSignal(`signals.${issue?.path.join('.') ?? ''}`, issue?.message ?? 'does not fit');
  }
  const names = parsed.data.map((definition) => definition.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw badSignal(`signals.${twice}`, 'is defined twice');
  return parsed.data;
}

function badSignal(field: string, message: string): EarshotError {
  return new EarshotError({
    code: 'bad_signal',
    field,
    message,
    fix: 'see docs/signals.md for the form of a signal',
  });
}
