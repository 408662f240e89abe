import type { ContentGap, Passage } from '../../results.ts';
import { hitAt, lexicon } from '../match/lexicon.ts';
import { compile, matchAll, type Match } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { questionsIn, topicOf } from '../gaps/questions.ts';
import { doubtsAbout } from '../judge/doubts.ts';
import { quote } from '../read.ts';
import type { Talk } from '../talk.ts';
import { deciders } from '../vocabulary/deciders.ts';
import { features, listening, passageFrames, subjects } from '../vocabulary/passages.ts';
import { products } from '../vocabulary/products.ts';

const sets = {
  feature: lexicon(features),
  role: lexicon(deciders),
  competitor: lexicon(products.filter(({ kind }) => kind === 'signing').map(({ name }) => name)),
};
const frames = compile(passageFrames, sets);
const attentive = compile({ listening });
const topics = lexicon(subjects);
const KINDS = Object.keys(passageFrames) as (keyof typeof passageFrames)[];
/** An affirmation and a sign of listening open an item; further in, the same words are part of something else. */
const OPENING = 4;

/** The passages that tell something beside signals and objections, in the order in which they were said. */
export function findPassages(talk: Talk, gaps: readonly ContentGap[]): Passage[] {
  const open = new Set(gaps.map(({ item }) => item));
  const said = talk.utterances.flatMap((utterance) =>
    utterance.role === 'agent' ? listeningIn(utterance) : [...framedIn(utterance), ...asked(utterance, open)],
  );
  return [...said, ...topicsOf(talk)].toSorted((a, b) => a.item - b.item);
}

/** The first of each kind in an item; what is denied is none. */
function framedIn(utterance: Utterance): Passage[] {
  const found = matchAll(frames, utterance.tokens);
  return KINDS.flatMap((kind): Passage[] => {
    const told = found.filter((match) => match.label === kind && holds(utterance, match));
    const match = told.find((one) => aboutOf(one) !== '') ?? told[0];
    return match ? [{ ...quote(utterance, match.from, match.to), kind, about: aboutOf(match) }] : [];
  });
}

function holds(utterance: Utterance, { label, from, to }: Match): boolean {
  if (label === 'affirmation') return from < OPENING && !doubtsAbout(utterance, from, to).has('negated');
  if (label === 'clarification' || label === 'switching_barrier') return true;
  return !doubtsAbout(utterance, from, to).has('negated');
}

function aboutOf({ sets: { feature, role, competitor } }: Match): string {
  return (feature ?? role ?? competitor)?.value ?? '';
}

function asked(utterance: Utterance, open: ReadonlySet<number>): Passage[] {
  const questions = questionsIn(utterance);
  return questions.map((question, index) => ({
    ...quote(utterance, question.from, question.to),
    kind: 'question' as const,
    about: topicOf(question),
    answered: !(open.has(utterance.item) && index === questions.length - 1),
  }));
}

function listeningIn(utterance: Utterance): Passage[] {
  const match = matchAll(attentive, utterance.tokens).find(({ from }) => from < OPENING);
  return match ? [{ ...quote(utterance, match.from, match.to), kind: 'listening', about: '' }] : [];
}

/** Each subject once, where the caller speaks of it first. */
function topicsOf(talk: Talk): Passage[] {
  const seen = new Set<string>();
  return talk.caller.flatMap((utterance) =>
    utterance.tokens.flatMap((_, at): Passage[] => {
      const hit = hitAt(topics, utterance.tokens, at, utterance.tokens.length);
      if (!hit || seen.has(hit.value)) return [];
      seen.add(hit.value);
      return [{ ...quote(utterance, at, hit.to), kind: 'topic', about: hit.value }];
    }),
  );
}
