import type { Known } from './facts.ts';
import type { Evidence } from './types.ts';

export type Signal = { name: string; value: unknown; evidence: Evidence };

/**
 * The last value of each signal: a caller may correct himself, and null takes a signal back. Signals that stand for
 * nothing are left out.
 */
export function signalsOf(known: Known): Map<string, Signal> {
  const last = new Map<string, Signal>();
  for (const { fact } of known.of('signal.recorded')) {
    const { name, value, itemId, quote } = fact.data;
    last.set(name, { name, value, evidence: { eventId: fact.id, itemId: itemId ?? null, quote: quote ?? null } });
  }
  for (const [name, { value }] of last) if (isNothing(value)) last.delete(name);
  return last;
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** A signal's value as a number, null when it is none or negative. Models send numbers as text at times. */
export function asNumber(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : null;
}

/** A signal's value as lower-case words: of a list each, of a text the one. */
export function asWords(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((word) => (typeof word === 'string' && word.trim() !== '' ? [word.trim().toLowerCase()] : []));
}
