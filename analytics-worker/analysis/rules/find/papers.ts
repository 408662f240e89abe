import { remembered } from '../../../../lib/remembered.ts';
import { hitAt, lexicon } from '../match/lexicon.ts';
import type { Token, Utterance } from '../normalise/types.ts';
import { clauseAt } from '../read.ts';
import { documentHeads, documents, documentsOf, plainKinds, sureHeads } from '../vocabulary/documents.ts';
import { notPapers } from '../vocabulary/papers.ts';
import { plainWords } from '../vocabulary/plain.ts';
import { wordsIn } from '../vocabulary/lines.ts';
import { endsSentence } from '../normalise/stops.ts';

/** How a document is known: by a list, by the word for its kind, or only by its being signed or the answer. */
export type Paper = {
  from: number;
  to: number;
  value: string;
  by: 'list' | 'sure' | 'kind' | 'bare' | 'signing' | 'answer';
};

const DOCUMENTS = lexicon(documents);
const HEADS = lexicon(documentHeads);
const OF = lexicon(documentsOf);
const SURE = new Set(sureHeads);
const PLAIN_KINDS = new Set(plainKinds);
/** "these forms" are of no kind. */
const NO_KINDS = new Set([...plainWords, 'paper', 'various', 'several', 'signed']);
const NOT_PAPERS = new Set([...plainWords, ...notPapers]);
/** No noun, and no kind of document, has fewer letters. */
const SHORTEST = 4;
/** "the storage agreement": a name is so many words at most. */
const LONGEST = 3;
const SIGNED = new Set(['signed', 'signing', 'countersigned', 'initialled', 'initialed']);
const SIGN = new Set([...SIGNED, 'sign', 'signs', 'countersign']);
/** Between a document and "signed": "has to be signed", "comes back signed". */
const TO_BE = new Set(
  wordsIn(`
to, be, is, are, gets, get, being, been, has, have, need, needs, must, back, come, comes, should, that, we, you, i,
want, properly, all
`),
);
/** Between "sign" and a document: "signs off on all our …", "the signing of the …". */
const LEADING = new Set(
  wordsIn(`
off, on, for, of, the, a, an, our, my, their, his, her, your, this, these, those, all, every, each, both, up, new, some, same
`),
);
const LED_WITHIN = 4;
const SIGNED_WITHIN = 5;
const DETERMINERS = new Set([
  'the',
  'a',
  'an',
  'our',
  'my',
  'their',
  'these',
  'those',
  'each',
  'every',
  'for',
  'mostly',
  'mainly',
]);
/** Words that name no kind of document by themselves. */
const GENERAL = new Set(
  wordsIn(`
forms, letters, documents, papers, sheets, notes, records, cards, plans, orders, slips, packs, packets, requests, reviews, drawings
`),
);
/** A bare answer names it within so many words: "well mostly it would be the …". */
const ANSWERED_WITHIN = 8;

/** The documents that are named, in order; of "offer letters and contracts" both. */
export const papersIn = remembered(({ tokens }: Utterance): Paper[] => {
  const found: Paper[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const paper = paperAt(tokens, at);
    if (!paper) continue;
    found.push(paper);
    at = paper.to - 1;
  }
  return found;
});

function paperAt(tokens: Token[], at: number): Paper | undefined {
  const listed = hitAt(DOCUMENTS, tokens, at, tokens.length);
  const composed = composedAt(tokens, at);
  // "loan application forms": the longer name.
  if (listed && !(composed && composed.to > listed.to && composed.from === at))
    return { from: at, ...listed, by: 'list' };
  return composed ?? ofAt(tokens, at) ?? bareAt(tokens, at);
}

/** "risk assessments" by their last two words, "gift aid forms" by three. */
function composedAt(tokens: Token[], from: number): Paper | undefined {
  const isNamed = isKind(tokens[from]);
  if (!isNamed && !isPlainKind(tokens[from])) return undefined;
  for (const at of isNamed && isPlainKind(tokens[from + 1]) ? [from + 2, from + 1] : [from + 1]) {
    const head = hitAt(HEADS, tokens, at, tokens.length);
    const isSure = head !== undefined && SURE.has(head.value);
    if (!head || (!isNamed && !isSure)) continue;
    const kinds = tokens.slice(from, at).map(({ text }) => text);
    return { from, to: head.to, value: [...kinds, head.value].join('_'), by: isSure ? 'sure' : 'kind' };
  }
  return undefined;
}

const isKind = (token: Token | undefined): boolean =>
  token !== undefined &&
  !token.stop &&
  !token.number &&
  token.text.length >= SHORTEST &&
  !NO_KINDS.has(token.text) &&
  /^\p{L}+$/u.test(token.text) &&
  !/.ly$/u.test(token.text);

/** "day", "account": it says what a sheet or a form is for. */
const isPlainKind = (token: Token | undefined): boolean =>
  token !== undefined && !token.stop && PLAIN_KINDS.has(token.text);

/** "a letter of guarantee". */
function ofAt(tokens: Token[], from: number): Paper | undefined {
  const head = hitAt(OF, tokens, from, tokens.length);
  const kind = tokens[from + 2];
  if (!head || tokens[from + 1]?.text !== 'of' || !kind || !isNoun(kind)) return undefined;
  return { from, to: from + 3, value: `${head.value}_of_${kind.text}`, by: 'sure' };
}

/** "The release", "each certificate": the word for its kind alone. */
function bareAt(tokens: Token[], from: number): Paper | undefined {
  const head = DETERMINERS.has(tokens[from - 1]?.text ?? '') ? hitAt(HEADS, tokens, from, tokens.length) : undefined;
  return head && !GENERAL.has(head.value) ? { from, ...head, by: 'bare' } : undefined;
}

/** Whatever is signed is a document, on a list or not: "sign off the design", "the liability has to be signed". */
export function signedIn({ tokens }: Utterance): Paper[] {
  return tokens.flatMap(({ text }, at): Paper[] => {
    if (!SIGN.has(text)) return [];
    const behind = SIGNED.has(text) ? nounBefore(tokens, at) : undefined;
    const led = behind ?? nounBehind(tokens, at + 1, LED_WITHIN);
    return led ? [led] : [];
  });
}

/** What a bare answer names first: "the service sheet, every visit". Who asks back has not answered. */
export function answeredIn(said: Utterance): Paper[] {
  const { tokens } = said;
  const named = tokens.slice(0, ANSWERED_WITHIN).findIndex((token) => isNoun(token));
  const before = tokens[named - 1];
  const isTold = named === 0 || DETERMINERS.has(before?.text ?? '') || /[^s]s$/u.test(tokens[named]?.text ?? '');
  return named >= 0 && isTold && !clauseAt(said, named)?.question ? [{ ...nounAt(tokens, named), by: 'answer' }] : [];
}

function nounBefore(tokens: Token[], signed: number): Paper | undefined {
  for (let at = signed - 1; at >= Math.max(0, signed - SIGNED_WITHIN); at--) {
    const token = tokens[at];
    if (!token || endsSentence(token)) return undefined;
    if (TO_BE.has(token.text)) continue;
    if (!isNoun(token)) return undefined;
    let from = at;
    while (from > at - LONGEST + 1 && tokens[from - 1] && !tokens[from - 1]?.stop && isNoun(tokens[from - 1]))
      from -= 1;
    return nounOf(tokens, from, at + 1);
  }
  return undefined;
}

function nounBehind(tokens: Token[], from: number, reach: number): Paper | undefined {
  for (let at = from; at < Math.min(tokens.length, from + reach); at++) {
    const token = tokens[at];
    if (!token || tokens[at - 1]?.stop) return undefined;
    if (isNoun(token)) return nounAt(tokens, at);
    if (!LEADING.has(token.text)) return undefined;
  }
  return undefined;
}

function nounAt(tokens: Token[], from: number): Paper {
  let to = from + 1;
  while (to < from + LONGEST && !tokens[to - 1]?.stop && isNoun(tokens[to])) to += 1;
  return nounOf(tokens, from, to);
}

const nounOf = (tokens: Token[], from: number, to: number): Paper => ({
  from,
  to,
  value: tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join('_'),
  by: 'signing',
});

/** A word that may name a thing: on no list of plain words, and by its ending neither a verb nor how something is done. */
const isNoun = (token: Token | undefined): boolean =>
  token !== undefined &&
  !token.number &&
  !token.product &&
  token.text.length >= SHORTEST &&
  /^\p{L}+$/u.test(token.text) &&
  !NOT_PAPERS.has(token.text) &&
  !/(?:.ing|.{2}ly|.ed)$/u.test(token.text);
