import type { Findings, Objection } from '../results.ts';

/** `status_quo` as a person writes it. */
export function words(name: string): string {
  return name.replaceAll('_', ' ');
}

/** `a, b and c`. */
export function listed(parts: readonly string[]): string {
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '');
}

/** Types of the objections that stand, each once. */
export function standingTypes({ objections }: Findings): Objection['type'][] {
  return [...new Set(objections.flatMap(({ type, resolved }) => (resolved ? [] : [type])))];
}

/** A signal's value as a person writes it: `salesforce and api`, `this week`, `12`. */
export function spoken(value: unknown): string {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return listed(all.map((one) => (typeof one === 'string' ? words(one) : JSON.stringify(one))));
}

const MOST_NAMED = 3;
const MOST_CHARACTERS = 60;

/** The first three of a list of what was said, in quotes, each cut at 60 characters. */
export function shortly(value: unknown): string {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  const cut = (text: string) =>
    text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1).trimEnd()}…` : text;
  return listed(all.slice(0, MOST_NAMED).map((one) => `"${cut(spoken(one))}"`));
}
