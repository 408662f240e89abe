/** A word of an item, as it stands there. */
export type Word = {
  text: string;
  start: number;
  end: number;
  stop?: ',' | '.' | '?';
  /** It stood directly before a hyphen, "12-15", or behind a sign of money. */
  glued?: boolean;
  money?: boolean;
};

const WORD = /\d+(?:,\d+)*(?:[.:/]\d+)*[a-z]{0,2}|[\p{L}\p{N}]+(?:['’.@_&][\p{L}\p{N}]+)*['’]?/giu;

/** The words of a text, lower case, each with its place and the punctuation behind it. Signs of percent are a word. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  const found = [...text.matchAll(WORD)];
  for (const [index, match] of found.entries()) {
    const start = match.index;
    const end = start + match[0].length;
    const next = found[index + 1];
    const behind = text.slice(end, next ? next.index : text.length);
    const before = text.slice(index === 0 ? 0 : (words.at(-1)?.end ?? 0), start);
    const word: Word = { text: match[0].toLowerCase().replaceAll('’', "'"), start, end };
    const stop = stopOf(behind);
    if (stop) word.stop = stop;
    if (next && /^[-–—]$/u.test(behind)) word.glued = true;
    if (/[$£€]\s?$/u.test(before)) word.money = true;
    words.push(word);
    const percent = behind.indexOf('%');
    if (percent >= 0) {
      delete word.stop;
      words.push({ text: 'percent', start: end + percent, end: end + percent + 1, ...(stop ? { stop } : {}) });
    }
  }
  return words.filter(({ text }, index) => !isCutOff(words, index, text));

  /** "twel- fifteen": the speaker broke off, which recognisers write as a hyphen before a space. */
  function isCutOff(all: Word[], index: number, word: string): boolean {
    const { end } = all[index] ?? { end: 0 };
    return /^[-–—]+\s/u.test(text.slice(end)) && !/\d/u.test(word) && text[end] === '-' && word.length < 8;
  }
}

function stopOf(behind: string): Word['stop'] {
  if (behind.includes('?')) return '?';
  if (/\.\.|…/u.test(behind)) return ',';
  if (/[.!;]/u.test(behind)) return '.';
  return /[,:—–]|\s-+\s|--/u.test(behind) ? ',' : undefined;
}
