import { compile, matchAll } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { sentenceAt } from '../read.ts';
import { questionVerbs, questionWords } from '../vocabulary/speech.ts';
import { emptyWords, indirectQuestions } from '../vocabulary/gaps.ts';

export type Question = {
  utterance: Utterance;
  from: number;
  to: number;
  /** The telling words of the sentence. */
  words: Set<string>;
  /** What it asks for: "how much", "when"; empty where the answer is yes or no. */
  asks: string;
};

const indirect = compile({ indirect: indirectQuestions });
const EMPTY = new Set(emptyWords);
const LONGEST_TOPIC = 5;
/** A question that nothing else shows stands in so many words at the end. */
const LAST_WORDS = 16;

/** The last question that a caller asks in an item; recognisers leave the question marks out. */
export function questionIn(utterance: Utterance): Question | undefined {
  return questionsIn(utterance).at(-1);
}

export function questionsIn(utterance: Utterance): Question[] {
  return utterance.clauses.flatMap((clause): Question[] => {
    const { from, to } = clause;
    if (!clause.question && !isIndirect(utterance, from, to)) return [];
    const words = wordsOf(utterance, from, sentenceAt(utterance, from)?.to ?? to);
    return [{ utterance, from, to, words, asks: asksIn(utterance, from, to) }];
  });
}

/** What a caller says last, where the reply tells that he asked and it has a question's words. */
export function lastWords(utterance: Utterance): Question | undefined {
  const last = utterance.clauses.at(-1);
  if (!last) return undefined;
  const { from, to } = last;
  const asks = utterance.tokens
    .slice(-LAST_WORDS)
    .some(({ text }, at, all) => questionWords.has(text) || (questionVerbs.has(text) && all[at + 1]?.text !== 'not'));
  if (!asks) return undefined;
  return { utterance, from, to, words: wordsOf(utterance, from, to), asks: asksIn(utterance, from, to) };
}

/** "You can't win this" is none. */
function isIndirect({ tokens }: Utterance, from: number, to: number): boolean {
  return matchAll(indirect, tokens, from, to).some((match) => tokens[match.from + 2]?.text !== 'not');
}

/** Short name of what a question is about: its telling words, in order. */
export function topicOf({ words }: Question): string {
  return [...words].slice(0, LONGEST_TOPIC).join(' ');
}

function asksIn({ tokens }: Utterance, from: number, to: number): string {
  const at = tokens.findIndex(({ text }, index) => index >= from && index < to && questionWords.has(text));
  if (at < 0) return '';
  const [word, next] = tokens.slice(at, at + 2).map(({ text }) => text);
  return word === 'how' ? `${word} ${next ?? ''}` : (word ?? '');
}

function wordsOf({ tokens }: Utterance, from: number, to: number): Set<string> {
  const texts = tokens.slice(from, to).map(({ text }) => text);
  return new Set(texts.filter((text) => !EMPTY.has(text)));
}
