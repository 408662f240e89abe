const MOST_CHARACTERS = 500;
const MOST_MEMBERS = 8;
const MEMBER_CHARACTERS = 200;

/**
 * A value of a signal, small enough for a message of the outbox, whatever the caller chose. More than what is shown of it, so
 * that no address is cut before it is redacted; without control characters and half pairs, which would take six bytes each.
 */
export function shorten(value: unknown): unknown {
  if (typeof value === 'string') return shortText(value, MOST_CHARACTERS);
  if (Array.isArray(value)) return value.slice(0, MOST_MEMBERS).map((member) => shortText(member, MEMBER_CHARACTERS));
  if (typeof value === 'object' && value !== null) return shortText(value, MEMBER_CHARACTERS);
  return value;
}

export function shortText(value: unknown, most = MOST_CHARACTERS): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.slice(0, most).replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ');
}
