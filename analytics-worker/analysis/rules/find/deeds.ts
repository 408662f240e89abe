import { once } from '../../once.ts';
import { hitAt, lexicon } from '../match/lexicon.ts';
import type { Token, Utterance } from '../normalise/types.ts';
import { anyDocuments } from '../vocabulary/documents.ts';
import {
  anyObjects,
  makingTrades,
  neverMade,
  placedPeople,
  placingVerbs,
  plainVerbs,
  tradeVerbs,
} from '../vocabulary/deeds.ts';
import { plainWords } from '../vocabulary/plain.ts';
import type { Found } from './trade.ts';
import { endsSentence } from '../normalise/stops.ts';

const DOCUMENTS = new Set(anyDocuments);
const NOT_DONE = new Set([...plainWords, ...anyDocuments, ...anyObjects]);
const ARTICLES = new Set([
  'the',
  'a',
  'an',
  'our',
  'these',
  'those',
  'all',
  'big',
  'small',
  'little',
  'custom',
  'own',
  'old',
  'new',
]);
const NEVER_MADE = new Set(neverMade);
const MAKING = new Set(['manufacturing', 'food', 'agriculture']);
/** Who teaches pilates is of fitness, who grows enzymes of biotech, who drills for soil samples an engineer. */
const TOLD_BY_OBJECT: Partial<Record<string, Set<string>>> = {
  manufacturing: makingTrades,
  education: new Set(['fitness', 'sports', 'beauty']),
  agriculture: new Set(['biotech', 'pharma']),
};
const SUBJECTS = new Set(['we', 'i', 'who', 'that', 'which', 'firm', 'company', 'business', 'practice']);
const BETWEEN = new Set(['are', 'am', 'is', 'just', 'only', 'mostly', 'mainly', 'also', 'basically', 'do']);
/** More than a hint of another trade. */
const TOLD = 0.9;
/** So far behind the verb something else may be named that it is done to. */
const OBJECT = 4;

/** What a verb tells that is of no trade, beside one that is. */
const PLAIN = 0.5;
type Deed = { value: string; isPlain: boolean };
const deeds = once(deedsByVerb);
const FOR = new Set(['for', 'and', 'to', 'in', 'at', 'abroad']);

/** Each verb in the forms in which he says it of himself: "bake", "bakes", "baking", "shipping". */
function deedsByVerb(): Map<string, Deed> {
  const found = new Map<string, Deed>();
  for (const [list, isPlain] of [[tradeVerbs, false] as const, [plainVerbs, true] as const])
    for (const [value, verbs] of Object.entries(list))
      for (const verb of verbs) for (const form of formsOf(verb)) found.set(form, { value, isPlain });
  return found;
}

const formsOf = (verb: string): string[] => [
  verb,
  `${verb}s`,
  `${verb}es`,
  `${verb.replace(/e$/u, '')}ing`,
  `${verb}${verb.slice(-1)}ing`,
];

/** What he says that he does, by its verb; those `named` behind it are whom or what he does it to, unless they are made. */
export function deedsIn({ tokens }: Utterance, named: Found[], strength: number): { done: Found[]; objects: Found[] } {
  const known = deeds();
  const done: Found[] = [];
  const objects: Found[] = [];
  for (const [at, token] of tokens.entries()) {
    const placed = placedAt(tokens, at);
    if (placed && isHis(tokens, at)) {
      done.push({ from: at, to: placed, value: 'recruitment', strength });
      objects.push(...named.filter(({ from, value }) => from > at && from <= at + OBJECT && value !== 'recruitment'));
      continue;
    }
    const deed = known.get(token.text);
    if (!deed || token.stop || !isHis(tokens, at)) continue;
    const { value, isPlain } = deed;
    let to = at + 1;
    while (ARTICLES.has(tokens[to]?.text ?? '')) to++;
    const object = tokens[to];
    // "We ship our cell lines" is no shipping company, "we roast our coffee" is a roastery.
    const isOwn = tokens[at + 1]?.text === 'our' && !MAKING.has(value);
    if (!object || isOwn || object.number || object.product || NOT_DONE.has(object.text)) continue;
    if (anyDocumentsIn(tokens, to)) continue;
    const behind = named.filter(({ from }) => from > at && from <= at + OBJECT);
    // "We milk cows" and "we build houses" are named already.
    if (named.some((one) => one.from <= at && at < one.to && one.value !== value && one.strength >= TOLD)) continue;
    if (value === 'manufacturing' && tokens.slice(to, to + OBJECT).some(({ text }) => NEVER_MADE.has(text))) continue;
    if (behind.some((one) => TOLD_BY_OBJECT[value]?.has(one.value) && one.strength >= TOLD)) continue;
    if (isPlain && behind.length > 0) continue;
    done.push({ from: at, to: to + 1, value, strength: isPlain ? strength * PLAIN : strength });
    objects.push(...behind.filter((one) => one.value !== value));
  }
  return { done, objects };
}

const placing = once(() => new Set(placingVerbs.flatMap(formsOf)));
const PLACED = lexicon(placedPeople);

/** The end of "place nurses", "find good engineers"; "we find people forget it" finds nobody, nor are managers provided with anything placed. */
function placedAt(tokens: Token[], at: number): number | undefined {
  const verb = tokens[at];
  if (!verb || verb.stop || !placing().has(verb.text)) return undefined;
  const near = hitAt(PLACED, tokens, at + 1, tokens.length);
  const to = (near ?? (tokens[at + 1]?.stop ? undefined : hitAt(PLACED, tokens, at + 2, tokens.length)))?.to;
  if (to === undefined || tokens[to]?.text === 'with') return undefined;
  const isEnd = tokens[to] === undefined || tokens[to - 1]?.stop !== undefined;
  return !verb.text.startsWith('find') || isEnd || FOR.has(tokens[to]?.text ?? '') ? to : undefined;
}

/** "We print and sign the contract": done to a document it tells nothing. */
const anyDocumentsIn = (tokens: Token[], from: number): boolean =>
  tokens.slice(from, from + 2).some(({ text }) => DOCUMENTS.has(text));

function isHis(tokens: Token[], at: number): boolean {
  let before = at - 1;
  while (BETWEEN.has(tokens[before]?.text ?? '')) before--;
  const text = tokens[before]?.text ?? '';
  if (endsSentence(tokens[before])) return false;
  return SUBJECTS.has(text) || (before < at - 1 && before < 0);
}
