/**
 * Vocabulary as it is written here: a line `value = phrase, phrase, …`; a line that begins with a space goes on with the one
 * before. The value itself is one of its phrases only where it is written again.
 *
 * @throws Error when a line has no `=`
 */
export function vocabularyOf(text: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  const lines = text
    .replaceAll(/\n\s+/gu, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '');
  for (const line of lines) {
    const [value, phrases] = line.split('=');
    if (value === undefined || phrases === undefined) throw new Error(`no "=" in the vocabulary line "${line}"`);
    const list = phrases
      .split(',')
      .map((phrase) => phrase.trim())
      .filter(Boolean);
    found[value.trim()] = [...(found[value.trim()] ?? []), ...list];
  }
  return found;
}

/** A plain list, split at commas; a line end is a space, so that a phrase may go on over it. */
export function wordsIn(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim().replaceAll(/\s+/gu, ' '))
    .filter(Boolean);
}
