import { hitAt, lexicon } from '../match/lexicon.ts';
import { compile, matchAll } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { anyDocuments, documents } from '../vocabulary/documents.ts';
import { kin, outsiders } from '../vocabulary/doubts.ts';

const OUTSIDERS = lexicon(outsiders);
const KIN = lexicon(kin);
/** Where he was before, or others are: "in my old company they are three hundred", "the other gym uses it". */
const ELSEWHERE = compile({
  elsewhere: [
    'the other|another gym|shop|firm|company|place|lot|one|guys|fellas|school|clinic|practice|agency|office|department|garage|hotel',
    'everyone|everybody|people ..2 assumes|thinks|assume|think|reckons|asks|ask|has|have|uses|use',
    'my|our|the biggest|largest|main|best|oldest|newest client|customer|supplier|tenant|competitor',
    'my|our last|old|previous|former|ex company|job|firm|place|employer|practice|agency|school|clinic|workplace',
  ],
});
const OWN = new Set(['we', 'i', 'us', 'our', 'me', 'ours', 'my', 'mine']);
const DOING = new Set(['we', 'i', 'send', 'to']);
const PREPOSITIONS = new Set(['for', 'with', 'of', 'from', 'by', 'between', 'at', 'on']);
/** So near before them stands the preposition that they belong to. */
const NEAR = 2;
const PRONOUNS = new Set(['they', 'his', 'her', 'their', 'them', 'him', 'theirs']);
const OF_YOU = new Set([
  'charged',
  'charge',
  'billed',
  'bill',
  'offer',
  'offered',
  'sent',
  'told',
  'said',
  'say',
  'quoted',
  'quote',
  'raised',

  'bills',
]);
/** Who speaks of one of these speaks of none of his own, whoever it is. */
const PERSONS = new Set(['he', 'she']);
const DOCUMENTS = lexicon([...Object.values(documents).flat(), ...anyDocuments]);

/** Of each clause, whether somebody else is spoken of: by a noun, or by a pronoun that stands for one named before. */
export function othersIn(utterance: Utterance): boolean[] {
  let other = false;
  return utterance.clauses.map(({ from, to }) => {
    const subject = subjectOf(utterance, from, to);
    if (subject !== undefined && subject !== 'pronoun') other = subject === 'other';
    return other;
  });
}

/** The first who is named in a clause. */
function subjectOf(utterance: Utterance, from: number, to: number): 'own' | 'other' | 'pronoun' | undefined {
  const { tokens } = utterance;
  if (tokens.slice(from, to).some(({ text }) => text === 'here')) return 'own';
  if (matchAll(ELSEWHERE, tokens, from, to).length > 0) return 'other';
  for (let at = from; at < to; at++) {
    const text = tokens[at]?.text ?? '';
    const outsider = hitAt(OUTSIDERS, tokens, at, to);
    // "client forms" are no clients.
    if (outsider && hitAt(DOCUMENTS, tokens, outsider.to, to)) return undefined;
    if (outsider) return isObject(utterance, at, from) ? undefined : 'other';
    const owner = OWN.has(text) || text === 'a' || text === 'the';
    const noun = owner ? at + 1 : at;
    if (owner && hitAt(OUTSIDERS, tokens, noun, to)) return isObject(utterance, at, from) ? undefined : 'other';
    const relative = text === 'my' || text === 'a' || text === 'our' ? hitAt(KIN, tokens, noun, to) : undefined;
    if (relative) return isWithHim(utterance, at, from, relative.to) ? 'own' : 'other';
    // "you charged me for twelve"
    if (text === 'you' && OF_YOU.has(tokens[at + 1]?.text ?? '')) return 'other';
    if (OWN.has(text)) return 'own';
    if (PERSONS.has(text)) return 'other';
    if (PRONOUNS.has(text)) return 'pronoun';
  }
  return undefined;
}

/** "me and my wife", "my wife and i". */
function isWithHim(utterance: Utterance, at: number, from: number, to: number): boolean {
  const { tokens } = utterance;
  const before = tokens[at - 1]?.text ?? '';
  const next = tokens[to]?.text ?? '';
  return (
    (before === 'and' && (at - 1 > from || ['me', 'myself'].includes(tokens[at - 2]?.text ?? ''))) ||
    before === 'with' ||
    before === 'plus' ||
    (next === 'and' && ['i', 'me', 'myself'].includes(tokens[to + 1]?.text ?? ''))
  );
}

/** Behind a verb or a preposition he does something with them: "we send clients forty contracts", "forms for patients". */
function isObject(utterance: Utterance, at: number, from: number): boolean {
  const before = utterance.tokens.slice(from, at).map(({ text }) => text);
  return before.some((text) => DOING.has(text)) || before.slice(-NEAR).some((text) => PREPOSITIONS.has(text));
}
