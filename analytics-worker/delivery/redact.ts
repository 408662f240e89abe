/**
 * Takes addresses and numbers out of free text before it leaves for a third party (docs/alerts.md, privacy). E-mail
 * addresses first, then card numbers by their checksum, social-security numbers, and telephone numbers last.
 */
export function redact(text: string): string {
  return redactCards(text.replace(EMAIL, '[REDACTED_EMAIL]').replace(SPOKEN_EMAIL, '[REDACTED_EMAIL]'))
    .replace(SSN, '[REDACTED_SSN]')
    .replace(PHONE, (number) => (isPhone(number) ? '[REDACTED_PHONE]' : number));
}

/** Parts are bounded, so that no text makes the search long. */
const EMAIL = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/gu;
/** As a recogniser writes what was dictated: `dana at northbeam dot com`. */
const SPOKEN_EMAIL = /[\w.+-]{1,64} at [\w-]{1,63}(?: dot [\w-]{1,63}){1,4}\b/gi;

const SSN = /(?<!\d)(?!000|666|9)\d{3}[- ](?!00)\d{2}[- ](?!0000)\d{4}(?!\d)/g;

/** Digits with what people put between them. */
const PHONE = /(?<![\d.,])(?:\+|\()?\d(?:[ ()./-]{0,2}\d){6,14}(?!\d)/g;
const NORTH_AMERICAN = /^(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}$/;
const SEVEN_DIGITS = /^\d{3}[.-]\d{4}$/;

/** A number that begins with +, 0 or a bracket and has eight digits or more, or one written as North Americans do. */
function isPhone(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '').length;
  if (/^[+(0]/.test(text) && digits >= 8) return true;
  return NORTH_AMERICAN.test(text) || SEVEN_DIGITS.test(text);
}

const DIGITS_RUN = /\d(?:[ -]?\d){12,}/g;
const LEAST_CARD_DIGITS = 13;
const MOST_CARD_DIGITS = 19;

/** In a run of groups of digits, whatever neighbouring groups are a card number; the longest first. */
function redactCards(text: string): string {
  return text.replace(DIGITS_RUN, (run) => {
    const groups = run.match(/\d+[ -]?/g) ?? [];
    let out = '';
    for (let at = 0; at < groups.length; at++) {
      const end = endOfCard(groups, at);
      out += end === undefined ? groups[at] : `[REDACTED_CREDIT_CARD]${/\D$/.exec(groups[end] ?? '')?.[0] ?? ''}`;
      at = end ?? at;
    }
    return out;
  });
}

/** Index of the last group of a card number that begins at `start`; undefined when none does. */
function endOfCard(groups: readonly string[], start: number): number | undefined {
  let digits = '';
  let end: number | undefined;
  for (let at = start; at < groups.length && digits.length <= MOST_CARD_DIGITS; at++) {
    digits += groups[at]?.replace(/\D/, '') ?? '';
    if (isCard(digits)) end = at;
  }
  return end;
}

function isCard(digits: string): boolean {
  if (digits.length < LEAST_CARD_DIGITS || digits.length > MOST_CARD_DIGITS) return false;
  let sum = 0;
  for (const [index, digit] of Array.from(digits).toReversed().entries()) {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0 && sum > 0;
}
