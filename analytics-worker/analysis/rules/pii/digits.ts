import { repeated, spokenDigits } from '../vocabulary/personal.ts';
import { wordsOf, type Word } from './words.ts';

/** Digits that stand together, written or said one by one, with the letters among them ("d e eight nine …"). */
export type Run = { digits: string; signs: string; from: number; to: number; before: string[] };

const WORDS_BEFORE = 10;
/** Said between digits: "four one five, dash, five five five". */
const PASSED = new Set(['dash', 'hyphen', 'uh', 'um', 'and', 'then', 'extension', 'space', 'area', 'code']);
/** Country and check digits; the letters of a bank may follow. */
const IBAN_START = /^[a-z]{2}\d{2}[a-z\d]*$/u;
const PASSED_IN_A_ROW = 1;
/** "eight hundred five five five …" */
const HUNDRED = 'hundred';

export function runsIn(text: string): Run[] {
  const words = wordsOf(text.replaceAll(/(?<=\d)\s*[()/]\s*|[()]/gu, (signs) => ' '.repeat(signs.length)));
  const runs: Run[] = [];
  for (let at = 0; at < words.length;) {
    const end = runEnd(words, at);
    if (end > at) runs.push(runOf(text, words, at, end));
    at = Math.max(at + 1, end);
  }
  return runs;
}

function runEnd(words: Word[], from: number): number {
  let end = from;
  let passed = 0;
  for (let at = from; at < words.length; at++) {
    const word = words[at]?.text ?? '';
    if (signsOf(words, at) === undefined) {
      if (end === from || !PASSED.has(word) || ++passed > PASSED_IN_A_ROW) break;
      continue;
    }
    passed = 0;
    end = at + 1;
  }
  return end;
}

/** What a word stands for in a run of digits; undefined where it is none of it. */
function signsOf(words: Word[], at: number): string | undefined {
  const word = words[at]?.text ?? '';
  const times = repeated[words[at - 1]?.text ?? ''] ?? 1;
  if (Object.hasOwn(repeated, word)) return spokenDigits[words[at + 1]?.text ?? ''] ? '' : undefined;
  if (word === 'plus') return '+';
  if (word === HUNDRED) return spokenDigits[words[at - 1]?.text ?? '']?.length === 1 ? '00' : undefined;
  const spoken = Object.hasOwn(spokenDigits, word) ? spokenDigits[word] : undefined;
  if (spoken) return spoken.length === 1 ? spoken.repeat(times) : spoken;
  if (/^\+?[\d.-]+$/u.test(word))
    return word.replaceAll(/[.-]/gu, '').replace(/^(\d)$/u, (digit) => digit.repeat(times));
  if (/^[a-z]$/u.test(word) && word !== 'a' && word !== 'i') return word;
  const isOfIban = IBAN_START.test(word) || (/^[a-z]{4}$/u.test(word) && IBAN_START.test(words[at - 1]?.text ?? ''));
  return isOfIban ? word : undefined;
}

function runOf(text: string, words: Word[], from: number, to: number): Run {
  const start = words[from]?.from ?? 0;
  const signs = words
    .slice(from, to)
    .map((_, index) => signsOf(words, from + index) ?? '')
    .join('');
  return {
    digits: signs.replaceAll(/\D/gu, ''),
    signs,
    from: start - (text[start - 1] === '(' ? 1 : 0),
    to: words[to - 1]?.to ?? 0,
    before: words.slice(Math.max(0, from - WORDS_BEFORE), from).map(({ text }) => text),
  };
}
