import type { Objection, Outcome } from '../../results.ts';
import { askedBy } from '../find/asked.ts';
import { compile, matchAll } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import type { Talk } from '../talk.ts';
import { askedOfToday, askedWhen } from '../vocabulary/reactions.ts';
import { raisedIn, type Raised } from './raised.ts';
import { isAboutToday, isPriceTold } from './speech.ts';

const asked = compile({ today: askedOfToday, when: askedWhen });
const TOLD_OF_THE_PAST = new Set<Objection['type']>(['price', 'feature']);
const PAST = new Set(['was', 'were', 'had', 'used', 'found', 'became', 'thought']);
/** "I wasn't expecting it to cost that much" is of now. */
const HOPED = new Set(['expecting', 'expected', 'hoping', 'hoped', 'thought', 'budgeted', 'thinking']);
const NEARBY = 6;

/** What frames hear raised in an item, of what is offered: a hint among others (`context.ts`). */
export function spokenIn(talk: Talk, utterance: Utterance, outcome: Outcome['outcome']): Raised[] {
  return raisedIn(utterance, talk.before(utterance)).filter((one) => !isOfToday(talk, one) && isBuying(one, outcome));
}

/** Who wants help with what he has is buying nothing, unless a price is in the way. */
const isBuying = ({ type }: Raised, outcome: Outcome['outcome']): boolean =>
  type === 'price' || (outcome !== 'support_resolved' && outcome !== 'support_unresolved');

/** "DocuSign got too dear": said of what he has or had, when the agent asked for it or another product is the subject. */
function isOfToday(talk: Talk, { type, utterance, from, to, called }: Raised): boolean {
  const { tokens } = utterance;
  // What it must work with, to one who asks for that, is a need and no doubt.
  if (!called && (type === 'integration' || type === 'feature')) {
    if (askedBy(talk.before(utterance)).has('integration_needs')) return true;
  }
  if (type === 'status_quo') return tokens.slice(to, to + 2).some(({ text }) => text === 'but');
  if (TOLD_OF_THE_PAST.has(type) && toldAsPast(utterance, from, to)) return true;
  const before = talk.before(utterance);
  if (type === 'price' && before && isPriceTold(before)) return false;
  const question = before?.clauses.findLast(({ question }) => question);
  if (type === 'authority') return askedBy(before, true).has('budget_authority');
  const about = type === 'timing' ? 'when' : 'today';
  const answers = before && question ? matchAll(asked, before.tokens, question.from, question.to) : [];
  if (answers.some(({ label }) => label === about)) return true;
  if (type !== 'price' && type !== 'feature') return false;
  if (isAboutToday(utterance, from)) return true;
  const subject = tokens.slice(Math.max(0, from - NEARBY), from);
  return subject.some(({ product }) => product) && !subject.some(({ text }) => text === 'you' || text === 'your');
}

/** "The last one was too dear": a verb of the past stands shortly before. */
function toldAsPast({ tokens }: Utterance, from: number, to: number): boolean {
  const hoped = tokens.slice(from, to).some(({ text }) => HOPED.has(text));
  return !hoped && tokens.slice(Math.max(0, from - 3), from + 1).some(({ text }) => PAST.has(text));
}
