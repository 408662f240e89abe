/** What was found against what was labelled, counted for one signal or analyser. */
export type Tally = { right: number; wrong: number; missed: number };
/** One mistake, in words for `--errors`. */
export type Mistake = { call: string; what: string; kind: 'wrong' | 'missed'; value: string };

export const tally = (): Tally => ({ right: 0, wrong: 0, missed: 0 });

export function add(into: Tally, from: Tally): void {
  into.right += from.right;
  into.wrong += from.wrong;
  into.missed += from.missed;
}

/** Null where nothing was found, or nothing was to be found: unknown is not zero. */
export function scores({ right, wrong, missed }: Tally): {
  precision: number | null;
  recall: number | null;
  f1: number | null;
} {
  const precision = right + wrong === 0 ? null : right / (right + wrong);
  const recall = right + missed === 0 ? null : right / (right + missed);
  return { precision, recall, f1: right + wrong + missed === 0 ? null : (2 * right) / (2 * right + wrong + missed) };
}

/**
 * Pairs each label with the first finding left that fits it.
 *
 * @returns the counts, with the findings that fit nothing and the labels that nothing fits
 */
export function pair<Found, Label>(
  found: readonly Found[],
  labels: readonly Label[],
  fits: (found: Found, label: Label) => boolean,
): Tally & { extra: Found[]; lost: Label[] } {
  const extra = [...found];
  const lost: Label[] = [];
  for (const label of labels) {
    const index = extra.findIndex((one) => fits(one, label));
    if (index < 0) lost.push(label);
    else extra.splice(index, 1);
  }
  return { right: labels.length - lost.length, wrong: extra.length, missed: lost.length, extra, lost };
}

/** Texts are equal by their letters: "Google Drive" and `google_drive`. */
export function sameWord(a: unknown, b: unknown): boolean {
  return letters(a) === letters(b);
}

/** Words that only say that it is a piece of writing: "consent forms" are consents, "offer letters" offers. */
const PIECES = new Set(['form', 'letter', 'document', 'slip', 'sheet', 'paper', 'packet']);

/** Two names of a document: one may be the more exact ("hire agreements", "agreements"), for nothing says how exact a value is to be. */
export function sameDocument(a: unknown, b: unknown): boolean {
  const [one, other] = [kindOf(a), kindOf(b)];
  return one.endsWith(other) || other.endsWith(one);
}

/** Its words in the singular, with a space before each. */
function kindOf(name: unknown): string {
  const words = String(name)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/s$/u, ''))
    .filter(Boolean);
  if (words.length > 1 && PIECES.has(words.at(-1) ?? '')) words.pop();
  return ` ${words.join(' ')}`;
}

function letters(text: unknown): string {
  return String(text)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
