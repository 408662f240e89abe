import { redact } from '../redact.ts';

/** What would be formatting, an emoji, a mention or a link in Slack, and what looks alike and is none. */
const LOOKALIKES: Record<string, string> = { '*': '∗', '~': '∼', '`': 'ˋ', _: '＿' };
/** Joins words without a trace, so that `@here` is no mention and `evil.com` no link. */
const JOINER = '\u2060';

/** Free text of a caller for Slack: redacted, cut, and nothing but text. */
export function freeText(text: string, mostCharacters: number): string {
  return plain(redact(onOneLine(text)), mostCharacters);
}

/**
 * A caller's text for Slack, as a named field is shown: cut to so many characters, on one line, without any effect: no
 * formatting, mention, link, emoji or entity, no direction of writing. Cut before it is escaped, so that no entity is torn.
 */
export function plain(text: string, mostCharacters: number): string {
  const characters = Array.from(onOneLine(text));
  const cut = characters.length > mostCharacters ? [...characters.slice(0, mostCharacters - 1), '…'] : characters;
  return cut
    .join('')
    .replaceAll(/[*~`]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, (found) => LOOKALIKES[found] ?? found)
    .replaceAll(/[@#]/g, (found) => found + JOINER)
    .replaceAll(/:(?=[^\s])/g, `:${JOINER}`)
    .replaceAll(/(?<=[\p{L}\p{N}])\.(?=[\p{L}\p{N}])/gu, `.${JOINER}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function onOneLine(text: string): string {
  return text
    .replaceAll(UNSEEN, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Invisible characters, among them those that turn the direction of writing. */
const UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
