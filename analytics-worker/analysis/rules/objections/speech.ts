import type { Objection } from '../../results.ts';
import { lexicon, hitAt } from '../match/lexicon.ts';
import { clauseAt } from '../read.ts';
import type { Utterance } from '../normalise/types.ts';
import { phraseSets } from '../vocabulary/objectionSets.ts';
import { afterMuch, doubting, factQuestions, todays, welcomed } from '../vocabulary/objectionSpeech.ts';

const FACTS = new Set(factQuestions);
const AFTER_MUCH = new Set(afterMuch);
const TODAYS = new Set(todays);
const DOUBTING = lexicon(doubting);
const WELCOME = lexicon(welcomed);
const PRICED = lexicon(phraseSets.priced);
/** What is asked for as a fact by anybody who buys. */
const ASKED_AS_FACT = new Set<Objection['type']>(['trust', 'feature', 'integration']);
const SUBJECT_REACH = 6;

/** "Who can see my documents" asks; "is that even legal" doubts. */
export function isFactAsked(utterance: Utterance, type: Objection['type'], at: number): boolean {
  const clause = clauseAt(utterance, at);
  const asks = clause && (clause.question || utterance.tokens[clause.from]?.text === 'who');
  if (!asks || !ASKED_AS_FACT.has(type)) return false;
  const first = utterance.tokens.slice(clause.from, at + 1).find(({ text }) => FACTS.has(text));
  return first !== undefined && !has(utterance, DOUBTING);
}

/** "It is too much information", "a lot of documents". */
export function isMuchElse({ tokens }: Utterance, to: number): boolean {
  const last = tokens[to - 1];
  const next = tokens[to];
  if (!last || last.stop || !next) return false;
  if (last.text === 'lot') return next.text === 'of';
  if (last.text !== 'much' || tokens[to - 2]?.text !== 'too') return false;
  return !AFTER_MUCH.has(next.text);
}

/** The agent named a price. */
export function isPriceTold(utterance: Utterance): boolean {
  const isMoney = utterance.tokens.some(({ number }) => number?.form === 'money');
  return isMoney || (has(utterance, PRICED) && utterance.tokens.some(({ number }) => number));
}

export function isWelcome(utterance: Utterance): boolean {
  return has(utterance, WELCOME);
}

/** "Our couriers are too dear": what they have today is the subject. */
export function isAboutToday({ tokens }: Utterance, from: number): boolean {
  return tokens.slice(Math.max(0, from - SUBJECT_REACH), from).some(({ text }) => TODAYS.has(text));
}

function has({ tokens }: Utterance, words: ReturnType<typeof lexicon>): boolean {
  return tokens.some((_, at) => hitAt(words, tokens, at, tokens.length));
}
