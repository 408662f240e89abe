import { hearActions } from '../../analytics-worker/analysis/rules/actions/heard.ts';
import { bounded } from '../../analytics-worker/analysis/rules/bounded.ts';
import { findOutcome } from '../../analytics-worker/analysis/rules/outcome/outcome.ts';
import { readTranscript } from '../../analytics-worker/analysis/rules/read.ts';
import { signalsOf } from '../../analytics-worker/analysis/rules/resolve/buying.ts';
import { findSignals } from '../../analytics-worker/analysis/rules/signals.ts';
import { turnsOf, type Turn } from '../../analytics-worker/analysis/rules/find/claim.ts';
import type { Talk } from '../../analytics-worker/analysis/rules/talk.ts';
import type { FoundSignal, Outcome } from '../../analytics-worker/analysis/results.ts';
import { readAllPhrases } from '../bench/corpus-phrases.ts';
import { readPart, type Phrase } from '../bench/corpus-read.ts';

/** A labelled call, or a labelled part of one, as it is learned from. */
export type Lesson = {
  name: string;
  /** Who wrote it, as far as known: nobody is to be judged by what was learned from himself. */
  author: string;
  isWhole: boolean;
  /** The frames that were not made from it: only here can be learned how far those are to be trusted. */
  unreadFor: ReadonlySet<Frames>;
  /** A whole call of all that come in: where every call is a sale with an objection, more is raised than on the line. */
  isAsTheyCome: boolean;
  talk: Talk;
  turns: Turn[];
  outcome: Outcome;
  /** The signals that frames and words hear. */
  heard: Record<string, FoundSignal>;
  labels: Phrase['labels'];
  /** In which item each signal is told, where that is labelled. */
  told: Phrase['told'];
  /** The signals that are labelled, where not all are. */
  only: Phrase['only'];
};

/** Frames of what is weighed, of promises, and of what is claimed of counts, dates, places and businesses: each were written on other calls. */
export type Frames = 'weighed' | 'promises' | 'claims';

const STRETCHES = ['d', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y'];

/** By author the frames that nobody wrote because of his calls. Nearly all of those of others were read for all frames. */
const UNREAD_FOR = new Map<string, ReadonlySet<Frames>>([
  ...by(['f', 'h', 'j'], ['weighed']),
  ...by(['g', 'i', 'k'], ['weighed', 'promises']),
  ...by(
    ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((one) => `objections-${one}`),
    ['weighed', 'promises'],
  ),
  ...by(
    ['stances-a', 'deciding-a', 'deciding-b', 'deciding-d', 'pains-a', 'pains-b', 'trades-b'],
    ['weighed', 'promises'],
  ),
  ...by(['stretches-a', 'stretches-b', 'stretches-c'], ['weighed', 'promises']),
  ...by(['l', 'o', ...STRETCHES.map((one) => `stretches-${one}`)], ['weighed', 'promises', 'claims']),
]);

function by(authors: string[], frames: Frames[]): [string, ReadonlySet<Frames>][] {
  return authors.map((author) => [author, new Set(frames)]);
}

const SALES_ONLY = new Set(['h', 'i']);

/** All that may be learned from: `written` and `phrases`, never `measured`. */
export async function readLessons(): Promise<Lesson[]> {
  const [calls, phrases] = [await readPart('written'), await readAllPhrases()];
  return [
    ...calls.map((call) => lessonOf(call, authorOf(call.name), true)),
    ...phrases.map((phrase) => lessonOf(phrase, writerOf(phrase.name), false)),
  ];
}

/** @param author of whom it is learned from the others */
export function lessonOf(
  { name, items, labels, told, only }: Omit<Phrase, 'number'>,
  author: string,
  isWhole: boolean,
): Lesson {
  const talk = readTranscript(bounded(items));
  const outcome = findOutcome(talk, hearActions(talk));
  const heard = signalsOf(findSignals(talk), outcome, talk);
  const isAsTheyCome = isWhole && !SALES_ONLY.has(author);
  return {
    name,
    author,
    isWhole,
    unreadFor: UNREAD_FOR.get(author) ?? new Set(),
    isAsTheyCome,
    talk,
    turns: turnsOf(talk),
    outcome,
    heard,
    labels,
    told,
    only,
  };
}

/** By the file, where it is another's than most. */
function writerOf(name: string): string {
  const file = name.replace(/ \d+$/u, '');
  return UNREAD_FOR.has(file) ? file : 'other phrases';
}

/** By the letter that a call's name begins with; `e25` and later are by another author than those before. */
function authorOf(name: string): string {
  const letter = name.slice(0, 1);
  if (letter !== 'e') return letter < 'e' ? 'a to d' : letter;
  return Number(name.slice(1, 3)) <= 24 ? 'e to 24' : 'e from 25';
}
