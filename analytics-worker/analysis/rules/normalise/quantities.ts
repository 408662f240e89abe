import { wordsIn } from '../vocabulary/lines.ts';
import { moneyWords, ordinals, smallOrdinals, teens, tens, units } from '../vocabulary/numbers.ts';
import { cardinalAt, type Cardinal } from './cardinals.ts';
import { isTime, isYear, oneIsNoNumber, runEnd, yearEnd } from './forms.ts';
import type { Named } from './products.ts';
import type { Quantity, Token } from './types.ts';
import { endsSentence } from './stops.ts';

type Read = { quantity: Quantity; to: number };
const RANGE_WORDS = new Set(['to', 'or', 'till', 'through', 'maybe', 'perhaps']);
/** "ten or fifty" and "ten fifty" are no range: people say neighbours. */
const WIDEST_LOOSE_RANGE = 3;
const NEIGHBOUR = 1.6;
/** From one number to another, for a change, not a range. */
const CHANGES = new Set(
  wordsIn(`
went, gone, going, grew, grown, grow, moved, up, down, dropped, shrunk, scaled, came
`),
);

/** Words become tokens; each number becomes one token with its quantity. */
export function readNumbers(words: Named[]): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < words.length;) {
    const word = words[at];
    if (!word) break;
    const year = yearEnd(words, at);
    const read = year
      ? { quantity: plain(0, 'year'), to: year }
      : word.product || oneIsNoNumber(words, at)
        ? undefined
        : quantityAt(words, at);
    const last = words[(read?.to ?? at + 1) - 1] ?? word;
    tokens.push({
      text: read ? String(read.quantity.value) : word.text,
      start: word.start,
      end: last.end,
      ...(read ? { number: read.quantity } : {}),
      ...(word.product ? { product: word.product } : {}),
      ...(last.stop ? { stop: last.stop } : {}),
    });
    at = read?.to ?? at + 1;
  }
  return tokens;
}

function quantityAt(words: Named[], at: number): Read | undefined {
  const text = words[at]?.text ?? '';
  const run = runEnd(words, at);
  if (run) return { quantity: plain(0, 'digits'), to: run };
  if (/^\d+(?:st|nd|rd|th)$/u.test(text)) return { quantity: plain(Number.parseInt(text, 10), 'ordinal'), to: at + 1 };
  if (/^\d+[:.]\d\d(?:am|pm)?$|^\d+(?:am|pm|ish)$/u.test(text) && !/^\d+\.\d+$/u.test(text))
    return { quantity: plain(Number.parseInt(text, 10), 'time'), to: at + 1 };
  if (/^\d+\/\d+/u.test(text)) return { quantity: plain(0, 'part'), to: at + 1 };
  const ordinal = Object.hasOwn(ordinals, text) ? ordinals[text] : undefined;
  if (ordinal !== undefined) return { quantity: plain(ordinal, 'ordinal'), to: at + 1 };
  const ten = Object.hasOwn(tens, text) ? tens[text] : undefined;
  const next = words[at + 1]?.text ?? '';
  const unit = Object.hasOwn(smallOrdinals, next) ? smallOrdinals[next] : undefined;
  if (ten !== undefined && unit !== undefined) return { quantity: plain(ten + unit, 'ordinal'), to: at + 2 };
  const between = text === 'between';
  const first = cardinalAt(words, between ? at + 1 : at);
  if (!first) return undefined;
  if (!between) return formed(words, at, rangeFrom(words, at, first) ?? { quantity: count(first), to: first.to });
  const second =
    words[first.to]?.text === 'and' || words[first.to]?.text === 'to' ? cardinalAt(words, first.to + 1) : undefined;
  return second ? formed(words, at, { quantity: range(first, second), to: second.to }) : undefined;
}

/** "thirty to forty", "ten or twelve", "two three hundred", "12-15". */
function rangeFrom(words: Named[], at: number, first: Cardinal): Read | undefined {
  const last = words[first.to - 1];
  if (first.vague || endsSentence(last)) return undefined;
  const word = words[first.to]?.text ?? '';
  const changed = words[at - 1]?.text === 'from' && CHANGES.has(words[at - 2]?.text ?? '');
  if (changed) return undefined;
  let from = first.to;
  if (word === 'up' && words[from + 1]?.text === 'to') from += 2;
  else if (RANGE_WORDS.has(word)) from += 1;
  else if (!last?.glued && last?.stop && !isNeighbour(first, cardinalAt(words, from))) return undefined;
  if (['about', 'around', 'maybe'].includes(words[from]?.text ?? '')) from += 1;
  const second = ofScaleBefore(first, cardinalAt(words, from));
  if (!second || second.vague) return undefined;
  const found = range(first, second);
  const [low, high] = found.range ?? [0, 0];
  if (low >= high) return undefined;
  const said = word === 'to' || word === 'through' || word === 'till' || last?.glued === true;
  if (!said && high > low * WIDEST_LOOSE_RANGE) return undefined;
  if (!said && word !== 'or' && word !== 'maybe' && word !== 'perhaps' && low === 1) return undefined;
  return { quantity: found, to: second.to };
}

/** "eight hundred, maybe nine": hundred as well. */
function ofScaleBefore(first: Cardinal, second: Cardinal | undefined): Cardinal | undefined {
  const isDigit = second !== undefined && second.scale === 1 && second.value < MOST_UNITS && !second.quick;
  if (!isDigit || first.scale < MOST_UNITS || first.value % first.scale !== 0) return second;
  return second.value * first.scale > first.value ? { ...second, value: second.value * first.scale } : second;
}
const MOST_UNITS = 10;

/** "two hundred and twenty, two hundred and forty": a comma is no end between such. */
function isNeighbour(first: Cardinal, second: Cardinal | undefined): boolean {
  return (
    second !== undefined && second.value > first.value && second.value <= first.value * NEIGHBOUR && first.value >= 5
  );
}

/** "two to three hundred" begins at two hundred. */
function range(first: Cardinal, second: Cardinal): Quantity {
  const low =
    first.scale === 1 && second.scale >= 100 && first.value * second.scale < second.value
      ? first.value * second.scale
      : first.value;
  return { value: Math.round((low + second.value) / 2), range: [low, second.value], form: 'count', vague: false };
}

/** What the number is of, as far as its neighbours tell: money, percent, a time, a year. */
function formed(words: Named[], at: number, read: Read): Read {
  const next = words[read.to]?.text ?? '';
  const ended = endsSentence(words[read.to - 1]);
  const form = (form: Quantity['form']): Read => ({ ...read, quantity: { ...read.quantity, form } });
  if (words[at]?.money || words[read.to - 1]?.text === 'grand') return form('money');
  if (!ended && (moneyWords.has(next) || (next === 'us' && words[read.to + 1]?.text === 'dollars')))
    return form('money');
  if (
    moneyWords.has(words[at - 1]?.text ?? '') &&
    words[at - 1]?.stop === undefined &&
    read.quantity.value < 100 &&
    isAmount(words[at - 2]?.text)
  )
    return form('money');
  if (next === 'percent') return form('percent');
  if (isYear(words, at, read)) return form('year');
  return isTime(words, at, read) ? form('time') : read;
}

/** "two pounds eighty": the pence behind. */
const isAmount = (text: string | undefined): boolean =>
  text !== undefined &&
  (/^\d/u.test(text) || [units, teens, tens].some((words) => Object.hasOwn(words, text)) || text === 'hundred');
const plain = (value: number, form: Quantity['form']): Quantity => ({ value, form, vague: false });
const count = ({ value, vague }: Cardinal): Quantity => ({ value, form: 'count', vague });
