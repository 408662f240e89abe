import type { Objection, Outcome } from '../../results.ts';
import { askedBy } from '../find/asked.ts';
import { compile, matchAll } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { quote } from '../read.ts';
import type { Talk } from '../talk.ts';
import { askedOfToday, askedWhen } from '../vocabulary/reactions.ts';
import { raisedIn, type Raised } from './raised.ts';
import { resolutionOf } from './resolution.ts';
import { isAboutToday, isPriceTold } from './speech.ts';

const asked = compile({ today: askedOfToday, when: askedWhen });
/** These may be told of what the caller has today, or had; the others are about what is offered. */
const ALSO_TODAY = new Set<Objection['type']>([
  'price',
  'feature',
  'trust',
  'integration',
  'authority',
  'competitor',
  'timing',
]);
const TOLD_OF_THE_PAST = new Set<Objection['type']>(['price', 'feature']);
const PAST = new Set(['was', 'were', 'had', 'used', 'found', 'became', 'thought']);
/** "I wasn't expecting it to cost that much" is of now. */
const HOPED = new Set(['expecting', 'expected', 'hoping', 'hoped', 'thought', 'budgeted', 'thinking']);
const NEARBY = 6;

/** What the caller has against buying, one of each type, with whether he accepted the answer or dropped it. */
export function findObjections(talk: Talk, { outcome, evidence }: Outcome): Objection[] {
  const agreed = outcome === 'meeting' ? evidence.at(-1) : undefined;
  const raised = talk.caller.flatMap((utterance) =>
    raisedIn(utterance, ...spokenBefore(talk, utterance)).filter(
      (one) => !isOfToday(talk, one) && isBuying(one, outcome),
    ),
  );
  const types = new Set(raised.map(({ type }) => type));
  return [...types].flatMap((type) => {
    const all = raised.filter((one) => one.type === type);
    const [first] = all;
    if (!first) return [];
    const resolution = resolutionOf(talk, all.at(-1) ?? first, agreed);
    return [{ ...quote(first.utterance, first.from, first.to), type, resolved: resolution !== null, resolution }];
  });
}

function spokenBefore(talk: Talk, utterance: Utterance): [Utterance | undefined, Utterance | undefined] {
  const agent = talk.before(utterance);
  return [agent, agent && talk.before(agent)];
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
  if (!ALSO_TODAY.has(type)) return false;
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
