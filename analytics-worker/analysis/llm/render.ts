import type { Item } from '../transcript.ts';
import type { Part } from './merge.ts';
import type { PromptFile } from './prompt.ts';
import { settleSignals } from './signals.ts';
import type { Window } from './windows.ts';
import type { SignalDefinition } from '../../../events/signals.ts';

type Place = {
  window: Window;
  parts: number;
  before: readonly Part[];
  definitions: readonly SignalDefinition[];
  /** Of the call, where it is known. */
  day: string | undefined;
};

/** What the model reads of a part of the call. */
export function renderWindow(prompt: PromptFile, { window, parts, before, definitions, day }: Place): string {
  const known = knownSoFar(before, definitions);
  const place = { part: String(before.length + 1), parts: String(parts) };
  return prompt.fill('Window', {
    place: parts > 1 ? `${prompt.fill('Place', place)}\n\n` : '',
    day: day === undefined ? '' : `${prompt.fill('Day', { day })}\n\n`,
    known: known === '' ? '' : `${prompt.fill('Known', { known })}\n\n`,
    transcript: window.pieces.map(renderItem).join('\n'),
  });
}

function renderItem({ item, role, text }: Item): string {
  return `[${item}] ${role}: ${asLine(text)}`;
}

/** Nothing that is said can end the transcript or begin an item of its own. */
function asLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('<', '‹').replaceAll('>', '›').trim();
}

/** What a later part may correct, resolve or answer. */
function knownSoFar(before: readonly Part[], definitions: readonly SignalDefinition[]): string {
  const found = before.map((part) => part.found);
  const signals = settleSignals(
    found.flatMap(({ mentions }) => mentions),
    definitions,
  );
  return [
    ...Object.entries(signals).map(([name, { value }]) => `signal ${name}: ${JSON.stringify(value)}`),
    ...found
      .flatMap(({ objections }) => objections)
      .filter(({ resolved }) => !resolved)
      .map(({ item, type, quote }) => `open objection, [${item}] ${type}: ${quote}`),
    ...found
      .flatMap(({ contentGaps }) => contentGaps)
      .filter(({ kind }) => kind === 'unanswered')
      .map(({ item, quote }) => `open question, [${item}]: ${quote}`),
  ]
    .map(asLine)
    .join('\n');
}
