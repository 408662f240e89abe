import type { Competitor } from '../../results.ts';
import { hitAt, lexicon, type Lexicon } from '../match/lexicon.ts';
import type { Token } from '../normalise/types.ts';
import { clauseAt } from '../read.ts';
import { kin, outsiders } from '../vocabulary/doubts.ts';
import { acts, belongings, marks } from '../vocabulary/predicates.ts';
import { questionVerbs, questionWords } from '../vocabulary/speech.ts';
import type { Mention } from './mentions.ts';
import { tenseOf, type Tense } from './tense.ts';
import { verbBefore, type Verb } from './verbs.ts';
import { endsSentence } from '../normalise/stops.ts';

type Stance = Competitor['stance'];

const NOW = lexicon(marks.now);
const OVER = lexicon(marks.over);
const BESIDE = lexicon(marks.beside);
const LISTED = lexicon(marks.listed);
const HIS = lexicon(marks.own);
const HIS_BEHIND = lexicon(marks.his);
const TRIED = lexicon(marks.tried);
const COMPARED = lexicon(marks.compared);
const INSIDERS = lexicon(marks.insiders);
const OTHERS = lexicon([...outsiders, ...kin, ...marks.others]);
const ACTS = { using: new Set(acts.using), evaluating: new Set(acts.evaluating), left: new Set(acts.left) };
const BELONGINGS = { using: new Set(belongings.using), evaluating: new Set(belongings.evaluating) };
const OF_A_KIND = new Set(['free', 'one', '1', 'annual', 'yearly', 'monthly', 'business', "'s", 'sales', 'team']);
const NEGATORS = new Set(['not', 'never', 'no', 'nobody', 'none', 'without']);
const OWN = new Set(['we', 'i']);
const OWNERS = new Set(['our', 'my', 'existing', 'current']);
const BY = new Set(['with', 'from', 'off', 'of', 'by']);
const FORMER = new Set(['old', 'former', 'previous', 'last']);
const PERSONS = new Set(['they', 'he', 'she', 'you', 'everyone', 'everybody', 'people', 'most', 'who']);
/** "It came with the package", "it won't let us". */
const WITH_IT = new Set(['with', 'bundled', 'free', 'as', 'included', 'on']);
const DOING = new Set(['will', 'does', 'can', 'would']);
const BEING = new Set(['am', 'is', 'are', 'was', 'were', 'be', 'been']);
const BY_THE_WAY = new Set(['just', 'only', 'mostly', 'still', 'probably', 'mainly', 'usually', 'now', 'the', 'with']);
/** Behind "before" he goes on: it ends nothing. */
const GOING_ON = new Set(['we', 'i', 'it', 'they', 'the', 'he', 'she', 'you', 'our', 'my']);
const ASKED = new Set([
  'you',
  'we',
  'i',
  'it',
  'they',
  'there',
  'he',
  'she',
  'anyone',
  'anybody',
  'somebody',
  'someone',
  'this',
  'your',
  'my',
  'our',
  'not',
  'people',
]);
const NEGATED_WITHIN = 5;
const COMPARED_WITHIN = 6;
/** How far behind a product it is told how it went on. */
const BEHIND = 16;
const NEAR = 5;

/** How the caller stands to a product by the verb that it is the object or the subject of; null where there is none. */
export function stanceByVerb(mention: Mention): Stance | null {
  const { utterance, from, to } = mention;
  const { tokens } = utterance;
  const start = clauseAt(utterance, from)?.from ?? 0;
  const before = tokens.slice(Math.max(start, from - 2), from).map(({ text }) => text);
  const noun = nounBehind(tokens, to);
  if (noun === 'evaluating') return isOver(tokens, to) ? 'left' : 'evaluating';
  if (before.some((text) => FORMER.has(text))) return 'left';
  const told = besideName(mention);
  if (told) return told;
  const copular = asNamed(mention, start);
  if (copular) return copular;
  const isLikened = before.includes('like') && !OWN.has(tokens[from - 2]?.text ?? '');
  if (isLikened || has(COMPARED, tokens, Math.max(start, from - COMPARED_WITHIN), from)) return 'mentioned';
  const verb = verbBefore(tokens, start, from);
  if (!verb && (isAsked(tokens, start) || (has(OTHERS, tokens, start, from) && noun))) return 'mentioned';
  if (!verb && has(OVER, tokens, start, from)) return 'left';
  const asObject = verb && byVerb(mention, verb, start);
  if (asObject) return asObject;
  if (noun === 'using' || before.some((text) => OWNERS.has(text))) return isEnded(tokens, to) ? 'left' : 'using';
  return asSubject(mention);
}

/** "Our contract with DocuSign", "a price off DocuSign", "DocuSign … that's what I'm paying now". */
function besideName({ utterance: { tokens }, from, to }: Mention): Stance | null {
  const [noun = '', preposition = ''] = tokens.slice(Math.max(0, from - 2), from).map(({ text }) => text);
  if (BY.has(preposition) && BELONGINGS.using.has(noun) && noun !== 'house') return 'using';
  if (BY.has(preposition) && BELONGINGS.evaluating.has(noun)) return 'evaluating';
  if (preposition === 'to' && noun === 'on') return 'evaluating';
  if (has(TRIED, tokens, to, to + NEAR)) return 'evaluating';
  return has(HIS_BEHIND, tokens, to, to + NEAR) ? 'using' : null;
}

function byVerb({ utterance, from, to }: Mention, verb: Verb, start: number): Stance | null {
  const { tokens } = utterance;
  const { kind } = verb;
  const tense = tenseOf(tokens, start, verb);
  const isPast = tense === 'past' || tense === 'perfect';
  const isOther = subjectOf(tokens, start, verb.at) === 'other';
  if (kind === 'quit' && !isPast)
    return isAsked(tokens, start) && tokens[start + 1]?.text === 'you' ? 'mentioned' : 'using';
  if (isOther && kind === 'enter' && tokens.slice(start, from).some(({ text }) => text === 'us' || text === 'me'))
    return 'evaluating';
  if (isOther || (kind !== 'weigh' && kind !== 'quit' && isAsked(tokens, start))) return 'mentioned';
  const negated = tokens.slice(Math.max(start, verb.at - NEGATED_WITHIN), from).some(({ text }) => NEGATORS.has(text));
  const over = isOver(tokens, to) || has(OVER, tokens, start, from);
  if (kind === 'feel') return 'using';
  if (kind === 'quit') return negated ? 'using' : 'left';
  if (kind === 'know' || (negated && !over)) return 'mentioned';
  if (negated) return 'left';
  const isFrom = !verb.leads && tokens.slice(verb.at, from).some(({ text }) => text === 'from');
  if (isFrom || has(BESIDE, tokens, verb.at + 1, from) || has(LISTED, tokens, to, to + NEAR))
    return isPast && over ? 'left' : 'evaluating';
  if (kind === 'weigh') return isPast && over ? 'left' : 'evaluating';
  if (kind === 'try') return isPast ? 'left' : 'evaluating';
  if (kind === 'enter') return isPast ? (over ? 'left' : 'using') : 'evaluating';
  return byUse(tense, over);
}

function byUse(tense: Tense, over: boolean): Stance {
  if (tense === 'past') return 'left';
  if (tense === 'unreal') return 'mentioned';
  if (tense === 'future') return 'evaluating';
  return tense === 'perfect' && over ? 'left' : 'using';
}

/** "It's DocuSign", "the other one is PandaDoc", "it'll be DocuSign". */
function asNamed({ utterance: { tokens }, from }: Mention, start: number): Stance | null {
  let at = from - 1;
  while (at > start && BY_THE_WAY.has(tokens[at]?.text ?? '')) at -= 1;
  const be = tokens[at]?.text ?? '';
  if (!BEING.has(be) || from - at > 3 || tokens[from - 1]?.text === 'with') return null;
  const before = tokens.slice(start, at).map(({ text }) => text);
  if (before.at(-1) === 'you' || before.length === 0 || isAsked(tokens, start)) return 'mentioned';
  if (before.includes('will')) return 'evaluating';
  if (before.includes('would')) return null;
  if (be === 'was' || be === 'were') return 'left';
  if (has(BESIDE, tokens, start, at)) return 'evaluating';
  return has(HIS, tokens, start, from) ? 'using' : null;
}

/** Nothing before it tells: what the product does, or what is said of it. */
function asSubject({ utterance: { tokens }, from, to }: Mention): Stance | null {
  if (endsSentence(tokens[to - 1])) return null;
  for (let at = to; at < Math.min(tokens.length, to + NEAR); at++) {
    const text = tokens[at]?.text ?? '';
    const next = tokens[at + 1]?.text ?? '';
    if (text === 'is' || text === 'are') {
      if (next.endsWith('ing')) return ACTS.evaluating.has(next) ? 'evaluating' : 'using';
      if (has(COMPARED, tokens, at, Math.min(tokens.length, at + BEHIND))) return 'mentioned';
      if (has(BESIDE, tokens, at, at + NEAR)) return 'evaluating';
      return next === 'what' || next === 'where' || next === 'who' || has(HIS, tokens, to, to + NEAR) ? 'using' : null;
    }
    if (text === 'has' && next === 'been') return 'using';
    if (text === 'came') return WITH_IT.has(next) ? 'using' : 'evaluating';
    if (DOING.has(text) && next === 'not') return 'using';
    if (ACTS.left.has(text)) return 'left';
    if (ACTS.evaluating.has(text)) return 'evaluating';
    if (ACTS.using.has(text)) return 'using';
    if (at > to && tokens[at]?.stop) return null;
    if (tokens[at]?.product && at > from) return null;
  }
  return null;
}

function nounBehind(tokens: Token[], to: number): 'using' | 'evaluating' | null {
  for (const { text } of tokens.slice(to, to + 3)) {
    if (BELONGINGS.evaluating.has(text)) return 'evaluating';
    if (BELONGINGS.using.has(text)) return 'using';
    if (!OF_A_KIND.has(text)) return null;
  }
  return null;
}

function subjectOf(tokens: Token[], start: number, at: number): 'own' | 'other' {
  if (tokens.slice(at, at + BEHIND).some(({ text }) => text === 'here') && tokens[at - 1]?.text !== 'who') return 'own';
  for (let place = at - 1; place >= start; place--) {
    const text = tokens[place]?.text ?? '';
    if (OWN.has(text)) return 'own';
    if (hitAt(INSIDERS, tokens, Math.max(start, place - 1), at)) return 'own';
    const isOurs = tokens.slice(Math.max(start, place - 2), place).some(({ text }) => OWNERS.has(text));
    if ((PERSONS.has(text) && !isOurs) || hitAt(OTHERS, tokens, place, at)) return 'other';
  }
  return 'own';
}

function isAsked(tokens: Token[], start: number): boolean {
  const at = ['and', 'so', 'but', 'or', 'then'].includes(tokens[start]?.text ?? '') ? start + 1 : start;
  const first = tokens[at]?.text ?? '';
  // "Had that docusign two years back" asks nothing.
  const asks =
    ['what', 'how', 'why'].includes(first) ||
    (questionWords.has(first) && questionVerbs.has(tokens[at + 1]?.text ?? ''));
  return asks || (questionVerbs.has(first) && ASKED.has(tokens[at + 1]?.text ?? ''));
}

/** What is told behind it, up to the next product, says that this is over. */
function isOver(tokens: Token[], to: number): boolean {
  const end = endOf(tokens, to);
  return has(OVER, tokens, to, end) && !has(NOW, tokens, to, end);
}

function isEnded(tokens: Token[], to: number): boolean {
  return tokens
    .slice(to, to + NEAR)
    .some(({ text }) => ['ended', 'lapsed', 'expired', 'was', 'had', 'ran'].includes(text));
}

function endOf(tokens: Token[], to: number): number {
  const stop = tokens.findIndex((token, at) => at >= to && (token.product !== undefined || endsSentence(token)));
  return Math.min(tokens.length, to + BEHIND, stop < 0 ? tokens.length : stop);
}

function has(words: Lexicon, tokens: Token[], from: number, to: number): boolean {
  for (let at = Math.max(0, from); at < Math.min(to, tokens.length); at++) {
    const hit = hitAt(words, tokens, at, tokens.length);
    if (hit && !(hit.value === 'before' && GOING_ON.has(tokens[hit.to]?.text ?? ''))) return true;
  }
  return false;
}
