import { wordsIn } from '../vocabulary/lines.ts';
import { askedPersons, conjunctions, questionVerbs, questionWords, restarts, subjects } from '../vocabulary/speech.ts';
import type { Clause, Token } from './types.ts';
import { endsSentence } from './stops.ts';

const RESTARTS = new Set(restarts);
const SPEAKERS = new Set(
  wordsIn(`
i, we, they, he, she, it, our, my, there
`),
);
const VERBS_AFTER = new Set(
  wordsIn(`
am, is, are, was, were, have, has, had, do, does, did, will, would, can, could, use, used, need, want, send, got, get,
just, currently, also, think, guess, run, work, sell, make, mean, mostly, only, probably, usually, really, still,
should, already, migrated, moved, switched, left, dropped, stopped, went, came, started, changed, bought, built,
keep, spend, lose, know, hate, love, like, tried, own, sign, manage, handle, go, might, may
`),
);
/** Behind these a subject does not begin a new clause: "that we use", "I think we are". */
const GLUE = new Set(
  wordsIn(`
that, what, how, where, when, which, who, why, as, than, if, because, and, or, but, so, before, after, since, until,
of, in, with, for, to, at, on, from, by, about, think, know, say, said, guess, believe, mean, hope, wish, see,
suppose, reckon, sure, afraid, once, unless, though, although, while, then, all, everything, not, now, do, does, did,
are, is, were, was, can, could, would, will, should, have, has, had, way, time, thing, amount, number, whether,
imagine, those, anyone, everyone, anybody, everybody, somebody, someone, people
`),
);
const AUXILIARIES = new Set(
  wordsIn(`
is, are, has, have, was, were, had, uses, will, would, does, do, says, said, wants, needs
`),
);
const ARTICLES = new Set(
  wordsIn(`
the, a, every, only, main, first, any, no, biggest, other, one, best, last, same, some
`),
);
const AGAIN = new Set(['last', 'first', 'other', 'rest', 'previous', 'main']);
const NO_ANSWERS = new Set(
  wordsIn(`
wait, sorry, it, we, i, not, actually, that, no, never, the, they, he, she, you, just, worries, thanks, make, more,
there, hang, hold, my, our, way, its
`),
);

const BEFORE_QUESTIONS = new Set(
  wordsIn(`
and, so, but, or, also, okay, well, yes, then, no, hi, hello, sorry, now
`),
);
const DENIED = new Set(['is', 'are', 'was', 'do', 'does', 'did']);
const DENYING = new Set(['it', 'that', 'they', 'he', 'she', 'we', 'i']);

/** Cuts tokens into clauses: at punctuation, and without it where a conjunction or a new subject begins. */
export function cutClauses(tokens: Token[], isAgent = false): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  let sentence = 0;
  for (let at = 1; at <= tokens.length; at++) {
    const cut =
      at === tokens.length
        ? 'sentence'
        : (cutBefore(tokens, at, from) ?? (isAgent && asksHere(tokens, at) ? 'clause' : undefined));
    if (!cut) continue;
    clauses.push(clauseOf(tokens, from, at, sentence, isAgent));
    if (cut === 'sentence') sentence += 1;
    from = at;
  }
  return clauses;
}

function cutBefore(tokens: Token[], at: number, from: number): 'sentence' | 'clause' | undefined {
  const here = tokens[at]?.text ?? '';
  const next = tokens[at + 1]?.text ?? '';
  const before = tokens[at - 1];
  if (endsSentence(before)) return 'sentence';
  const paused = before?.stop === ',';
  if (here === 'no') return paused || NO_ANSWERS.has(next) ? 'clause' : undefined;
  if (RESTARTS.has(here) && here !== 'now' && here !== 'so' && here !== 'well' && here !== 'also' && here !== 'plus')
    return 'clause';
  if (conjunctions.has(here) && at > from) return 'clause';
  // "… and the owners use it": another subject with its verb.
  if (here === 'and' && next === 'the' && [3, 4].some((ahead) => VERBS_AFTER.has(tokens[at + ahead]?.text ?? '')))
    return 'clause';
  // "… ninety a month the last show was insane", "seven of us used to be nine".
  if (here === 'the' && AGAIN.has(next) && [2, 3].some((ahead) => AUXILIARIES.has(tokens[at + ahead]?.text ?? '')))
    return 'clause';
  // "a hundred a month, now it is nearer sixty"
  if (here === 'now' && SPEAKERS.has(next) && tokens.slice(from, at).some(({ number }) => number?.form === 'count'))
    return 'clause';
  if (here === 'used' && next === 'to' && tokens.slice(from, at).some(({ number }) => number?.form === 'count'))
    return 'clause';
  if (here === 'and' || here === 'or' || here === 'plus')
    return subjects.has(next) || (next === 'also' && at > from + 1) ? 'clause' : undefined;
  if (paused && (subjects.has(here) || here === 'also' || here === 'now')) return 'clause';
  return beginsAnew(tokens, at, from) ? 'clause' : undefined;
}

/** "to that i": here "that" ends what was said and opens nothing. */
const isEndOfPhrase = (tokens: Token[], at: number): boolean =>
  tokens[at - 1]?.text === 'that' &&
  ['to', 'with', 'for', 'like', 'on', 'in', 'of', 'not'].includes(tokens[at - 2]?.text ?? '');

/** "it's not we're on hubspot": the denial is over where he begins anew. */
const isDenial = (tokens: Token[], at: number): boolean =>
  tokens[at - 1]?.text === 'not' && DENIED.has(tokens[at - 2]?.text ?? '') && DENYING.has(tokens[at - 3]?.text ?? '');

/** An agent asks wherever he says "which" or "how many"; "that is how it works" he tells. */
const asksHere = (tokens: Token[], at: number): boolean =>
  questionWords.has(tokens[at]?.text ?? '') &&
  !GLUE.has(tokens[at - 1]?.text ?? '') &&
  !['you', 'it', 'we', 'they', 'i'].includes(tokens[at + 1]?.text ?? '');

/** A subject with its verb, behind something that does not ask for one. */
function beginsAnew(tokens: Token[], at: number, from: number): boolean {
  const here = tokens[at]?.text ?? '';
  const before = tokens[at - 1]?.text ?? '';
  if (!SPEAKERS.has(here) || at === from || (GLUE.has(before) && !isEndOfPhrase(tokens, at) && !isDenial(tokens, at)))
    return false;
  if (here !== 'our' && here !== 'my' && here !== 'there' && !VERBS_AFTER.has(tokens[at + 1]?.text ?? '')) return false;
  if (here === 'our' || here === 'my')
    return AUXILIARIES.has(tokens[at + 2]?.text ?? '') || AUXILIARIES.has(tokens[at + 3]?.text ?? '');
  return !ARTICLES.has(tokens[at - 2]?.text ?? '') || tokens[at - 1]?.stop !== undefined;
}

function clauseOf(tokens: Token[], from: number, to: number, sentence: number, isAgent: boolean): Clause {
  const first = tokens[from]?.text ?? '';
  const opener = conjunctions.has(first) || first === 'and' || first === 'or' || first === 'plus' ? first : undefined;
  return {
    from,
    to,
    sentence,
    question: isQuestion(tokens, from, to) || (isAgent && asksHere(tokens, from)),
    ...(opener ? { opener } : {}),
  };
}

function isQuestion(tokens: Token[], from: number, to: number): boolean {
  if (tokens[to - 1]?.stop === '?') return true;
  let at = from;
  while (at < to - 1 && BEFORE_QUESTIONS.has(tokens[at]?.text ?? '')) at += 1;
  const first = tokens[at]?.text ?? '';
  const second = tokens[at + 1]?.text ?? '';
  if (questionVerbs.has(first))
    return askedPersons.has(second) || (second === 'not' && askedPersons.has(tokens[at + 2]?.text ?? ''));
  if (first === 'any') return ['chance', 'idea'].includes(second);
  if (!questionWords.has(first)) return false;
  if (first !== 'what' && first !== 'why' && first !== 'how')
    return questionVerbs.has(second) && askedPersons.has(tokens[at + 2]?.text ?? '');
  // "what do you", "how much is", not "what we do", "when we send".
  if (first === 'how') return second !== 'we' && second !== 'i';
  return (
    questionVerbs.has(second) ||
    ['kind', 'sort', 'about', 'plan', 'type'].includes(second) ||
    (questionVerbs.has(tokens[at + 2]?.text ?? '') && second !== 'we' && second !== 'i')
  );
}
