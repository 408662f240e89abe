import type { ContentGap } from '../../results.ts';
import { lexicon } from '../match/lexicon.ts';
import { compile, matchAll } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { quote } from '../read.ts';
import type { Talk } from '../talk.ts';
import {
  answeredAnyway,
  askedAgain,
  askedBack,
  ignorance,
  knowledge,
  sources,
  unanswered,
} from '../vocabulary/gaps.ts';
import { lastWords, questionIn, questionsIn, topicOf, type Question } from './questions.ts';

const confessions = compile(unanswered);
const plain = compile({ ignorance }, { knowledge: lexicon(knowledge), source: lexicon(sources) });
const answers = compile({ answer: answeredAnyway });
const back = compile({ back: askedBack });
const repeats = compile({ again: askedAgain });
/** Two questions are the same when they share this part of the shorter one's telling words. */
const SAME = 0.6;
/** An answer that is one stands in the first words of the reply. */
const ANSWER_REACH = 4;

/** The caller's questions that stayed open: the agent did not know, found nothing, or he had to ask again. */
export function findGaps(talk: Talk): ContentGap[] {
  const open = talk.caller.flatMap((utterance): ContentGap[] => {
    const reply = talk.after(utterance);
    const kind = reply && lackIn(reply);
    const question = questionIn(utterance) ?? (reply && isPlain(reply) ? lastWords(utterance) : undefined);
    return kind && question ? [gapOf(question, kind)] : [];
  });
  const repeated = repeatedIn(talk).filter(({ item }) => !open.some((gap) => gap.item === item));
  return [...open, ...repeated].toSorted((a, b) => a.item - b.item);
}

/** How the agent's reply fails to answer; undefined when it answers, or says no. */
export function lackIn(reply: Utterance): ContentGap['kind'] | undefined {
  const found = [...matchAll(confessions, reply.tokens), ...matchAll(plain, reply.tokens)];
  if (found.length === 0 || matchAll(back, reply.tokens).length > 0) return undefined;
  const first = Math.min(...found.map(({ from }) => from));
  const answered = matchAll(answers, reply.tokens, 0, Math.min(first, ANSWER_REACH + 2));
  if (answered.some(({ from }) => from < ANSWER_REACH)) return undefined;
  return found.some(({ label }) => label === 'empty') ? 'empty_search' : 'unanswered';
}

/** Who says plainly that he does not know was asked something. */
function isPlain(reply: Utterance): boolean {
  return matchAll(plain, reply.tokens).length > 0;
}

/** Questions that were asked again later: the reply to the first was none. */
function repeatedIn(talk: Talk): ContentGap[] {
  const all = talk.caller.flatMap(questionsIn);
  return all.flatMap((question, index): ContentGap[] => {
    const again = all.slice(index + 1).find((later) => isAgain(question, later));
    return again ? [gapOf(question, 'repeated')] : [];
  });
}

function isAgain(question: Question, later: Question): boolean {
  if (later.utterance.item <= question.utterance.item || question.words.size === 0 || later.words.size === 0)
    return false;
  const shared = [...question.words].filter((word) => later.words.has(word)).length;
  const least = Math.min(question.words.size, later.words.size);
  const most = Math.max(question.words.size, later.words.size);
  const told = matchAll(repeats, later.utterance.tokens).length > 0;
  if (!told && question.asks !== later.asks) return false;
  return shared / least >= (told ? SAME / 2 : SAME) && (shared > 1 || most === 1 || told);
}

function gapOf(question: Question, kind: ContentGap['kind']): ContentGap {
  const { utterance, from, to } = question;
  const evidence = quote(utterance, from, to);
  return { ...evidence, kind, topic: topicOf(question) || evidence.quote.toLowerCase() };
}
