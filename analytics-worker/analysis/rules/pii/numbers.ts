import type { Pii } from '../../results.ts';
import { phoneWords, socialWords } from '../vocabulary/personal.ts';
import type { Run } from './digits.ts';

const PHONE = new Set(phoneWords);
const SOCIAL = new Set(socialWords);
/** How numbers without a country's code are built: in North America, and where they begin with a trunk's 0. */
const NATIONAL = [/^1?[2-9]\d\d[2-9]\d{6}$/u, /^0[1-9]\d{8,10}$/u];
/** E.164: a country's code, and at most 15 digits with it. */
const INTERNATIONAL = /^\+[1-9]\d{7,14}$/u;
const FEWEST_OF_PHONE = 7;
const FEWEST_UNTOLD = 10;

/** What a run of digits is, by its checksum or the words before it; null for an amount or a year. */
export function kindOfRun(run: Run): Pii['kind'] | null {
  if (isIban(run.signs)) return 'iban';
  if (run.digits.length >= 13 && run.digits.length <= 19 && !/[a-z]/u.test(run.signs) && isLuhn(run.digits))
    return 'card';
  if (/[a-z]/u.test(run.signs)) return null;
  if (run.digits.length === 9 && run.before.some((word) => SOCIAL.has(word))) return 'ssn';
  return isPhone(run) ? 'phone' : null;
}

function isPhone({ digits, signs, before }: Run): boolean {
  if (digits.length < FEWEST_OF_PHONE || digits.length > 15) return false;
  if (signs.startsWith('+')) return INTERNATIONAL.test(signs);
  const told = before.some((word) => PHONE.has(word));
  if (!told && digits.length < FEWEST_UNTOLD) return false;
  if (told) return true;
  return NATIONAL.some((form) => form.test(digits));
}

/** https://en.wikipedia.org/wiki/Luhn_algorithm */
function isLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((all, sign, index) => {
      const doubled = Number(sign) * (index % 2 === 1 ? 2 : 1);
      return all + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return sum % 10 === 0;
}

/** ISO 13616: country and check digits moved to the end, letters as numbers, the rest of a division by 97 is 1. */
function isIban(signs: string): boolean {
  if (!/^[a-z]{2}\d{2}[a-z\d]{11,30}$/u.test(signs)) return false;
  const moved = signs.slice(4) + signs.slice(0, 4);
  const number = moved.replaceAll(/[a-z]/gu, (letter) => String(letter.charCodeAt(0) - 87));
  return BigInt(number) % 97n === 1n;
}
