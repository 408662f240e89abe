import { wordsIn } from '../vocabulary/lines.ts';
import type { Token, Utterance } from '../normalise/types.ts';
import { productNamed } from '../normalise/products.ts';

/** Names that the agent wrote with a capital inside a sentence about connections, by their letters. */
export type Names = Map<string, string>;

const ABOUT_SYSTEMS =
  /\b(?:connect|integrat|connector|sync|push|app\b|work(?:s|ed)? with|documentation|information|anything (?:on|about)|support|check)/iu;
/** Longest run of words that a recogniser may write for one name. */
const LONGEST = 3;
const SHORTEST_NAME = 4;

/** A recogniser writes "black baud"; the agent's "Blackbaud" tells that it is a name, and how it is written. */
export function namesOf(utterances: Utterance[]): Names {
  const names: Names = new Map();
  for (const { role, text } of utterances) {
    if (role !== 'agent') continue;
    for (const sentence of text.split(/(?<=[.?!])\s+/u)) {
      if (!ABOUT_SYSTEMS.test(sentence)) continue;
      // "Planning Center" is one name.
      const words = sentence.replaceAll(/(?<=\s\p{Lu}\p{L}+) (?=\p{Lu}\p{L}+)/gu, '');
      for (const [index, word] of words
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean)
        .entries()) {
        const isName =
          /^\p{Lu}/u.test(word) && (index > 0 || /\p{Lu}.*\p{Lu}/u.test(word)) && word.length >= SHORTEST_NAME;
        if (isName && !NOT_NAMES.has(word.toLowerCase()) && !productNamed(word.toLowerCase()))
          names.set(word.toLowerCase(), word.toLowerCase());
      }
    }
  }
  return names;
}

const NOT_NAMES = new Set(
  wordsIn(`
monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march, april, june, july, august,
september, october, november, december, spanish, english, french, german, italian, team, business, docusign, esign,
arabic, hebrew, chinese, japanese, korean, russian, polish, portuguese, dutch, swedish, danish, norwegian, finnish,
greek, turkish, hindi, welsh, gaelic, irish, czech, hungarian, romanian, ukrainian, thai, vietnamese, catalan, basque,
portugal, germany, france, spain, italy, england, ireland, scotland, canada, america, africa, asia, phipa, pipeda, gdpr,
regulation, part, fda, itar, audit, trail, eidas, hipaa, soc2, bankid, freja, frankfurt, dublin, european, europe, type
`),
);

/** A name of the agent's that the caller said from `at` on, in one word or in several. */
export function nameAt(tokens: Token[], at: number, names: Names): { name: string; to: number } | undefined {
  for (let to = Math.min(tokens.length, at + LONGEST); to > at; to--) {
    const written = tokens
      .slice(at, to)
      .map(({ text }) => text)
      .join('');
    const name = names.get(written);
    if (name) return { name, to };
  }
  return undefined;
}
