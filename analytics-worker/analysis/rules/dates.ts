/** A place in a text: from `from` up to `to`, excluded. */
export type Span = { from: number; to: number };

const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?';
const ORDINAL =
  '(?:twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth';
const SPOKEN =
  '(?:twenty|thirty)[ -](?:one|two|three|four|five|six|seven|eight|nine)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty';
const DAY = `(?:[0-3]?\\d(?:st|nd|rd|th)?|${ORDINAL})`;
const YEAR = '(?:,? (?:19|20)\\d\\d)?';
/** A day of a month, with its year where one is written: "march 3rd 1980", "the third of may", "12/04/1975". */
const DATE = new RegExp(
  String.raw`\b(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)|\d{4}-\d\d-\d\d|${DAY} (?:of )?${MONTH}${YEAR}|${MONTH} (?:the )?(?:${DAY}|${SPOKEN})\b${YEAR})`,
  'giu',
);

/** The days of a month that a text names, in order. */
export function datesIn(text: string): Span[] {
  return [...text.matchAll(DATE)].map(({ index, 0: words }) => ({ from: index, to: index + words.length }));
}
