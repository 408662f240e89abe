import { datesIn, type Span } from '../dates.ts';
import { firstNames } from '../vocabulary/firstNames.ts';
import {
  addressed,
  birthWords,
  nameEnds,
  nameFrames,
  plainStreets,
  spokenDigits,
  streets,
} from '../vocabulary/personal.ts';
import { wordsOf, type Word } from './words.ts';

const STREETS = new Set(streets);
const PLAIN_STREETS = new Set(plainStreets);
const ADDRESSED = new Set(addressed);
const BORN = new Set(birthWords);
const LONGEST_NAME = 2;
const LONGEST_STREET = 3;
const YEAR_WORDS = new Set(['hundred', 'thousand', 'and', 'oh']);
const LONGEST_YEAR = 5;
const BIRTH_REACH = 60;

/** The speaker's name, where he says that it is: "my name is …", or "this is …" before a word that is a first name. */
export function namesIn(text: string): Span[] {
  const words = wordsOf(text);
  return [...framed(text, words, nameFrames.sure, false), ...framed(text, words, nameFrames.likely, true)];
}

function framed(text: string, words: Word[], frames: readonly string[], mustBeName: boolean): Span[] {
  const phrases = frames.map((frame) => frame.split(' '));
  return words.flatMap((_, at): Span[] => {
    const phrase = phrases.find((phrase) => phrase.every((word, index) => words[at + index]?.text === word));
    if (!phrase) return [];
    const first = at + phrase.length;
    let end = first;
    while (end < words.length && end < first + LONGEST_NAME && isNamelike(words[end])) end += 1;
    if (end === first || (mustBeName && !firstNames.has(words[first]?.text ?? ''))) return [];
    if (mustBeName && end > first + 1 && !isSurname(text, words, first + 1)) end = first + 1;
    return [{ from: words[first]?.from ?? 0, to: words[end - 1]?.to ?? 0 }];
  });
}

function isNamelike(word: Word | undefined): boolean {
  return word !== undefined && !nameEnds.has(word.text) && /^[\p{L}'-]+$/u.test(word.text);
}

/** Written with a capital, or the last word before something else is said. */
function isSurname(text: string, words: Word[], at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  return word !== undefined && (/\p{Lu}/u.test(text[word.from] ?? '') || !next || nameEnds.has(next.text));
}

/** A number, up to three words, and a word for a street: "twenty two baker street". */
export function addressesIn(text: string): Span[] {
  const words = wordsOf(text);
  return words.flatMap((word, at): Span[] => {
    const isPlain = PLAIN_STREETS.has(word.text);
    if (!isPlain && !STREETS.has(word.text)) return [];
    for (let number = at - 2; number >= Math.max(0, at - 1 - LONGEST_STREET); number--) {
      if (!isNumber(words[number])) continue;
      let first = number;
      while (isNumber(words[first - 1])) first -= 1;
      const told = ADDRESSED.has(words[first - 1]?.text ?? '');
      return isPlain && !told ? [] : [{ from: words[first]?.from ?? 0, to: word.to }];
    }
    return [];
  });
}

function isNumber(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    (/^\d+[a-z]?$/u.test(word.text) || (Object.hasOwn(spokenDigits, word.text) && word.text !== 'o'))
  );
}

/** A date shortly behind "born" or "date of birth". */
export function birthsIn(text: string): Span[] {
  return wordsOf(text).flatMap((word): Span[] => {
    if (!BORN.has(word.text)) return [];
    const behind = text.slice(word.to, word.to + BIRTH_REACH);
    const [date] = datesIn(behind);
    return date ? [{ from: word.to + date.from, to: yearEnd(text, word.to + date.to) }] : [];
  });
}

/** A year that is said in words stands behind the day: "the third of may nineteen ninety one". */
function yearEnd(text: string, dateEnd: number): number {
  const behind = wordsOf(text).filter(({ from }) => from >= dateEnd);
  const other = behind.findIndex((word) => !isNumber(word) && !YEAR_WORDS.has(word.text));
  const year = behind.slice(0, Math.min(LONGEST_YEAR, other < 0 ? behind.length : other));
  return year.at(-1)?.to ?? dateEnd;
}
