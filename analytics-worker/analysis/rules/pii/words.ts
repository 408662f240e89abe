/** A word of a text as it stands there: personal data is looked for in what was said, not in what rules read. */
export type Word = { text: string; from: number; to: number };

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}+@._'’-]+/gu)]
    .map((match) => {
      const bare = match[0].replace(/^['’.-]+|['’.-]+$/gu, '');
      const from = match.index + match[0].indexOf(bare);
      return { text: bare.toLowerCase().replaceAll('’', "'"), from, to: from + bare.length };
    })
    .filter(({ text }) => text !== '');
}
