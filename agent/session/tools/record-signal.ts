import { isDeepStrictEqual } from 'node:util';
import { llm } from '@livekit/agents';
import { z } from 'zod';
import { signalValue, type SignalDefinition } from '../../../events/signals.ts';
import type { CallRecord } from '../record.ts';
import { guarded } from './guarded.ts';

export const RECORD_SIGNAL = 'record_signal';

type Said = { itemId: string; text: string };

/**
 * The tool by which the conversation model writes down what the caller said.
 *
 * @param known what the call has told so far, by name; the tool keeps it, others read it
 */
export function createRecordSignal(
  definitions: readonly SignalDefinition[],
  record: CallRecord,
  known = new Map<string, unknown>(),
) {
  const names = definitions.map(({ name }) => name) as [string, ...string[]];
  return llm.tool({
    name: RECORD_SIGNAL,
    description: 'Writes down one thing that the caller said about himself, his team or his plans.',
    parameters: z.object({
      name: z.enum(names).describe('which signal'),
      value: z
        .union([z.number(), z.boolean(), z.string(), z.array(z.string()), z.null()])
        .describe('its value, in the type that the signal has; null when he takes it back'),
      quote: z.string().describe("the caller's own words, verbatim"),
    }),
    execute: (args, { ctx, toolCallId }) =>
      guarded(RECORD_SIGNAL, record, async () => {
        const value = checkSignal(definitions, args.name, args.value);
        const said = ctx.session.history.items.flatMap((item): Said[] =>
          item.type === 'message' && item.role === 'user' ? [{ itemId: item.id, text: item.textContent ?? '' }] : [],
        );
        const evidence = findEvidence(said, args.quote);
        record.publish('signal.recorded', {
          name: args.name,
          value,
          ...evidence,
          ...replacedBy(value, known, args.name),
          toolCallId,
        });
        known.set(args.name, value);
        return { recorded: args.name };
      }),
  });
}

/** Said once more, it replaces nothing. */
function replacedBy(value: unknown, known: ReadonlyMap<string, unknown>, name: string): { replaced?: unknown } {
  return known.has(name) && !isDeepStrictEqual(known.get(name), value) ? { replaced: known.get(name) } : {};
}

/**
 * The value in the form that its definition asks for; digits in a text are a number where one is wanted. Null takes any
 * signal back.
 *
 * @throws llm.ToolError that tells the model what to send instead
 */
export function checkSignal(definitions: readonly SignalDefinition[], name: string, value: unknown): unknown {
  const definition = definitions.find((one) => one.name === name);
  if (!definition)
    throw new llm.ToolError(`${name} is no signal; the signals are ${definitions.map((one) => one.name).join(', ')}`);
  if (value === null) return null;
  const numeric = definition.type === 'integer' || definition.type === 'number';
  const given = numeric && typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  const checked = signalValue(definition).safeParse(
    definition.type === 'list' && typeof given === 'string' ? [given] : given,
  );
  if (checked.success) return checked.data;
  throw new llm.ToolError(
    `${name} must be ${definition.type}: ${checked.error.issues[0]?.message ?? 'does not fit'}; record it again`,
  );
}

/**
 * The newest item that holds the quote. Words that the caller never said are no evidence: then only the item that the
 * agent was answering is named.
 */
export function findEvidence(said: readonly Said[], quote: string): { itemId?: string; quote?: string } {
  const wanted = plain(quote);
  const holder = wanted === '' ? undefined : said.findLast(({ text }) => plain(text).includes(wanted));
  if (holder) return { itemId: holder.itemId, quote };
  const newest = said.at(-1);
  return newest ? { itemId: newest.itemId } : {};
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
