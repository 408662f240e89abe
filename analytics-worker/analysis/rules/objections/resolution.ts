import type { Objection } from '../../results.ts';
import type { Evidence } from '../../transcript.ts';
import { saidIn } from '../actions/promises.ts';
import { compile, matchAll } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { quote } from '../read.ts';
import type { Talk } from '../talk.ts';
import { unanswered } from '../vocabulary/gaps.ts';
import { acceptance } from '../vocabulary/reactions.ts';

const confessions = compile(unanswered);
const reactions = compile(acceptance);
/** An answer is accepted in the caller's next words, or in the ones after. */
const ANSWERS = 2;
/** A reaction stands where an item begins. */
const REACH = 20;
const REFUSING = new Set(['no', 'not', 'nah', 'never']);

/**
 * The words by which an objection was accepted or dropped after it was raised last; null while it stands. Who agrees
 * to meet after all has dropped it. */
export function resolutionOf(
  talk: Talk,
  raised: { type: Objection['type']; utterance: Utterance },
  agreed: Evidence | undefined,
): Evidence | null {
  const { item } = raised.utterance;
  // Whoever must agree has not agreed when the caller takes something for him.
  const isOthers = raised.type === 'authority';
  const answers = talk.caller.filter((utterance) => utterance.item > item && talk.before(utterance)).slice(0, ANSWERS);
  for (const [index, answer] of answers.entries()) {
    if (!wasAnswered(talk, answer)) break;
    const reaction = reactionIn(answer, talk.before(answer), index === 0 && !isOthers);
    if (reaction === 'persists') break;
    if (reaction) return reaction;
  }
  if (!agreed || agreed.item <= item) return null;
  // Who still holds back after he agreed to meet has dropped nothing.
  const last = talk.caller.find((utterance) => utterance.item > agreed.item);
  return last && reactionIn(last, talk.before(last), false) === 'persists' ? null : agreed;
}

/** An agent who does not know, or leaves it to others, answers nothing: "okay" then accepts nothing. */
function wasAnswered(talk: Talk, answer: Utterance): boolean {
  const reply = talk.before(answer);
  if (!reply || matchAll(confessions, reply.tokens).length > 0) return false;
  return !saidIn(reply).some(({ as }) => as === 'other' || as === 'we');
}

/** "No", and "yeah, no"; but "oh, no card" takes up what the agent said. */
function isRefused({ tokens }: Utterance, reply: Utterance | undefined): boolean {
  const at = tokens[0]?.text === 'yes' && tokens[1]?.text === 'no' ? 1 : 0;
  const next = tokens[at + 1]?.text ?? '';
  if (!REFUSING.has(tokens[at]?.text ?? '') || next === 'problem') return false;
  return !(
    tokens[at]?.text === 'no' &&
    (reply?.tokens ?? []).some(({ text }, of, all) => text === next && all[of - 1]?.text === 'no')
  );
}

function reactionIn(answer: Utterance, reply: Utterance | undefined, isNext: boolean): Evidence | 'persists' | null {
  const found = matchAll(reactions, answer.tokens, 0, Math.min(answer.tokens.length, REACH)).toSorted(
    (a, b) => a.from - b.from,
  );
  const committed = found.find(({ label, from }) => label === 'committed' && answer.tokens[from - 1]?.text !== 'not');
  if (committed) return quote(answer, committed.from, committed.to);
  const persists = found.find(({ label }) => label === 'persists');
  if (isRefused(answer, reply)) return 'persists';
  const accepted = found.find(({ label }) => label === 'accepted' || (isNext && label === 'agreed'));
  if (!accepted) return persists ? 'persists' : null;
  if (persists && persists.from <= accepted.from) return 'persists';
  return quote(answer, accepted.from, accepted.to);
}
