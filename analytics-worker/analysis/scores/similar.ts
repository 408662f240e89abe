/** From this share of common words on, two queries ask for the same (docs/analysis-scores.md). */
export const SIMILAR_FROM = 0.6;

const EMPTY_WORDS = new Set(
  'a an and any are at be by can do does for from have how i in is it its me my of on or our the there to we what when which who why with you your'.split(
    ' ',
  ),
);

/** The words that carry the meaning, lower case, without the s of a plural. */
export function keyWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !EMPTY_WORDS.has(word)).map(singular));
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** Share of the words that both have (Dice): 2 × common / (words of the one + words of the other), 0-1. */
export function similarity(a: string, b: string): number {
  const [first, second] = [keyWords(a), keyWords(b)];
  if (first.size + second.size === 0) return a.trim().toLowerCase() === b.trim().toLowerCase() ? 1 : 0;
  const common = [...first].filter((word) => second.has(word)).length;
  return (2 * common) / (first.size + second.size);
}

/** Each joins the first group whose first member is similar, in the order in which they come. */
export function groupSimilar<One>(all: readonly One[], textOf: (one: One) => string): One[][] {
  const groups: { first: string; members: One[] }[] = [];
  for (const one of all) {
    const text = textOf(one);
    const group = groups.find(({ first }) => similarity(first, text) >= SIMILAR_FROM);
    if (group) group.members.push(one);
    else groups.push({ first: text, members: [one] });
  }
  return groups.map(({ members }) => members);
}
