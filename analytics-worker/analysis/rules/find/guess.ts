import { hitAt, lexicon } from '../match/lexicon.ts';
import { compile, matchAll } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { anyDocuments, documents } from '../vocabulary/documents.ts';
import { activities } from '../vocabulary/activities.ts';
import { businesses, professions } from '../vocabulary/industries.ts';
import { plainWords } from '../vocabulary/plain.ts';
import { otherPeople, otherThings, ownPeople, roles } from '../vocabulary/people.ts';
import { places } from '../vocabulary/places.ts';

/** Where the name of a system stands when he was asked for one: "we're on …", "yes with …". */
const BEFORE = compile({
  name: [
    'with|into|on|called|named|use|using|to|in|have|run|running|from|need|needs our|the|a? crm|system|software|program? called|is?',
    'it|crm|system|software|this|that|program is called?',
  ],
});
const PLAIN = new Set(plainWords);
const KNOWN = lexicon([
  ...Object.values(documents).flat(),
  ...anyDocuments,
  ...Object.values(businesses).flat(),
  ...Object.values(professions).flat(),
  ...Object.values(activities).flat(),
  ...ownPeople,
  ...otherPeople,
  ...otherThings,
  ...roles,
  ...places,
]);
const SHORTEST = 4;
/** An answer of so few words may be the name alone. */
const SHORT_ANSWER = 3;

/** A name on no list, which a caller gave when he was asked for his system: "yes with primavera". */
export function guessedName({ tokens }: Utterance): { from: number; to: number; name: string } | undefined {
  const starts = matchAll(BEFORE, tokens).map(({ to }) => to);
  starts.push(...(['yes', 'so', 'well', 'okay'].includes(tokens[0]?.text ?? '') ? [1] : [0]));
  if (tokens.length <= SHORT_ANSWER) starts.push(...tokens.keys());
  const from = starts.toSorted((a, b) => a - b).find((at) => isName(tokens, at));
  return from === undefined ? undefined : { from, to: from + 1, name: tokens[from]?.text ?? '' };
}

/** A word that is on no list of words and could be a name. */
export function isName(tokens: Utterance['tokens'], at: number): boolean {
  const token = tokens[at];
  if (!token || token.number || token.product || token.text.length < SHORTEST || !/^\p{L}+$/u.test(token.text))
    return false;
  return (
    !PLAIN.has(token.text) &&
    !hitAt(KNOWN, tokens, at, at + 1) &&
    !/(?:ing|.{4}ly|ed|tion|ment|ness|ies)$/u.test(token.text)
  );
}
