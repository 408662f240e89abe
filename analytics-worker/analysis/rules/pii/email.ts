import { noLocalParts, spokenSigns, topLevels } from '../vocabulary/personal.ts';
import { wordsOf, type Word } from './words.ts';

type Span = { from: number; to: number };

/** No longer than addresses may be: in a long run of letters without an @ every one of them would be a beginning. */
const WRITTEN = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/giu;
const SIGNS = new Set(Object.values(spokenSigns).flat());
const DOTS = new Set(spokenSigns['.']);
const LONGEST_DOMAIN = 5;
const LONGEST_LOCAL = 12;
/** Longer spelled ends are said as words. */
const SPELLED_END = 2;

/** E-mail addresses, written, or said: "anna dot smith at example dot com". */
export function emailsIn(text: string): Span[] {
  const written = [...text.matchAll(WRITTEN)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  const words = wordsOf(text);
  const spoken = words.flatMap((word, at): Span[] => {
    if (word.text !== 'at') return [];
    const from = localFrom(words, at);
    const to = from === undefined ? undefined : domainTo(words, at);
    return from === undefined || to === undefined ? [] : [{ from: words[from]?.from ?? 0, to: words[to - 1]?.to ?? 0 }];
  });
  return [...written, ...spoken];
}

/** The first word of what stands before "at": one word, or several with signs or spelled letters between. */
function localFrom(words: Word[], at: number): number | undefined {
  let from = at - 1;
  const last = words[from]?.text;
  if (!last || noLocalParts.has(last) || SIGNS.has(last)) return undefined;
  while (from > 0 && at - from < LONGEST_LOCAL) {
    const before = words[from - 1]?.text ?? '';
    const joins = SIGNS.has(before) || (isLetter(before) && isLetter(words[from]?.text ?? ''));
    if (joins) from -= 1;
    else if (SIGNS.has(words[from]?.text ?? '') && !noLocalParts.has(before)) from -= 1;
    else break;
  }
  return SIGNS.has(words[from]?.text ?? '') ? from + 1 : from;
}

/** The end of what stands behind "at", when it ends in a dot and an end of domains. */
function domainTo(words: Word[], at: number): number | undefined {
  const dot = words.findIndex(({ text }, index) => index > at + 1 && (DOTS.has(text) || /\.[a-z]{2,}$/u.test(text)));
  const written = words.findIndex(
    ({ text }, index) => index > at && index <= at + LONGEST_DOMAIN && /^[\w-]+(?:\.[a-z]{2,})+$/u.test(text),
  );
  if (written > 0) return written + 1;
  if (dot < 0 || dot - at - 1 > LONGEST_DOMAIN) return undefined;
  let to = dot;
  while (DOTS.has(words[to]?.text ?? '')) {
    const length = endLength(words, to + 1);
    if (length === 0) break;
    to += 1 + length;
  }
  return to > dot ? to : undefined;
}

function endLength(words: Word[], at: number): number {
  if (topLevels.has(words[at]?.text ?? '')) return 1;
  const spelled = words.slice(at, at + SPELLED_END);
  const joined = spelled.map(({ text }) => text).join('');
  return spelled.every(({ text }) => isLetter(text)) && topLevels.has(joined) ? SPELLED_END : 0;
}

function isLetter(text: string): boolean {
  return /^[a-z]$/u.test(text);
}
