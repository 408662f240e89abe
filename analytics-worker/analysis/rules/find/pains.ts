import { wordsIn } from '../vocabulary/lines.ts';
import { compile, leadsTo, matchAll } from '../match/pattern.ts';
import { doubtsAbout } from '../judge/doubts.ts';
import { raisedIn } from '../objections/raised.ts';
import { answerOf } from '../assent.ts';
import type { Utterance } from '../normalise/types.ts';
import { isAskedAt, sentenceAt } from '../read.ts';
import { mishaps } from '../vocabulary/mishaps.ts';
import { notHis, painless, pains, problemQuestions, slightPains } from '../vocabulary/pains.ts';
import type { Turn } from './claim.ts';

const FRAMES = compile({ plain: Object.values(pains).flat(), slight: slightPains, mishap: mishaps, none: painless });
const NOT_HIS = compile({ notHis });
const PLAIN = 2;
const SLIGHT = 0.75;
const MISHAP = 1;
const ASKED = 1.5;
/** Why he calls he says first. */
const OPENING = 2;
const EARLY = 0.75;
/** Said in answer to something else it is beside the point. */
const ELSEWHERE = new Set(['budget_authority', 'decision_timeline', 'integration_needs', 'urgency']);
const ASIDE = 1;
/** Later in a call more is said of what is offered. */
const LATER = 0.5;
const OBJECTED = 1.5;
const AGENTS_WITHIN = 4;
const SHORT = 4;
const AT_LENGTH = 8;
const PROBLEM = compile({ problem: problemQuestions });
/** The agent took it for one: "that's a long wait". */
const HEARD = 1;
const SYMPATHY = compile({
  heard: wordsIn(`
sorry ..3 hear|that|about|for,
sounds|must|that is ..3 painful|tiring|frustrating|exhausting|long|annoying|risk|stressful|pain|uncomfortable|hard|difficult|tough|rough|real|nightmare|slow|cost|eat|awkward|headache|unpleasant|common|expensive,
i can imagine, i understand|apologise|apologize, that must, would help|fix|solve|remove|take,
frustration|frustrating|painful, i believe it, that happens
`),
});
/** He had it, or tried it. */
const OLD = compile({ old: ['we|i had|tried|used|trialled'] });
const OUT = ['hypothetical', 'machine', 'ironic'] as const;

/** "I've heard that paper gets lost in hospitals." */
export const isOthersPain = ({ tokens }: Utterance): boolean => matchAll(NOT_HIS, tokens).length > 0;

/** How plainly frames hear something that goes wrong now: a hint for the weighing (`weigh/pains.ts`). @param index of the turn in the call */
export function hearPains(turn: Turn, index: number): number | undefined {
  const { said, asked, after } = turn;
  if (isOthersPain(said)) return undefined;
  const matches = matchAll(FRAMES, said.tokens);
  const none = matches.filter(({ label }) => label === 'none');
  const told = matches.filter(
    ({ label, from, to }) =>
      label !== 'none' &&
      !none.some(
        (mark) => (mark.from < to && from < mark.to) || (mark.reach > 0 && leadsTo(mark, said.tokens, from)),
      ) &&
      !isOfAgent(said, from) &&
      !OUT.some((doubt) => doubtsAbout(said, from, to).has(doubt)) &&
      !isAskedAt(said, from) &&
      !isOfOldTool(said, from),
  );
  const plain = apart(told.filter(({ label }) => label === 'plain'));
  const slight = apart(told.filter(({ label }) => label === 'slight')).filter(
    ({ from }) => !plain.some((one) => one.from <= from && from < one.to),
  );
  const asksToday = asked.has('pain_points') || asked.has('current_tool');
  const bad = apart(told.filter(({ label }) => label === 'mishap')).filter(
    ({ from }) => ![...plain, ...slight].some((one) => one.from <= from && from < one.to),
  );
  const answers = plain.length === 0 && none.length === 0 && answersProblem(turn);
  // What is told slightly only counts where he was asked what goes wrong.
  const isTold =
    plain.length > 0 ||
    bad.length > (asksToday && said.tokens.length >= AT_LENGTH ? 0 : 1) ||
    answers ||
    (asked.has('pain_points') && answerOf(said) !== 'no' && (slight.length > 1 || said.tokens.length <= SHORT));
  if (!isTold || plain.length + slight.length + bad.length + Number(answers) === 0) return undefined;
  const heard = after !== undefined && matchAll(SYMPATHY, after.tokens.slice(0, 14)).length > 0;
  return (
    Math.max(plain.length, Number(answers)) * PLAIN +
    slight.length * SLIGHT +
    bad.length * MISHAP +
    (asksToday ? ASKED : 0) +
    (index < OPENING ? EARLY : 0) -
    (index >= OPENING && !asksToday && !heard ? LATER : 0) -
    (!asksToday && turn.before && raisedIn(said, turn.before).length > 0 ? OBJECTED : 0) -
    ([...asked].some((topic) => ELSEWHERE.has(topic)) ? ASIDE : 0) +
    (heard ? HEARD : 0)
  );
}

/** What goes wrong was asked for, and he tells it at length in words of his own. */
function answersProblem({ said, before }: Turn): boolean {
  const isProblem = before !== undefined && matchAll(PROBLEM, before.tokens).length > 0 && before.text.includes('?');
  const isPlain = said.tokens.length >= AT_LENGTH && !said.clauses[0]?.question;
  return isProblem && isPlain && answerOf(said) !== 'no';
}

/** "Your website is slow." */
const isOfAgent = ({ tokens }: Utterance, at: number): boolean =>
  tokens.slice(Math.max(0, at - AGENTS_WITHIN), at).some(({ text }) => text === 'your' || text === 'yours');

/** Matches that do not overlap, the first of each. */
function apart<Span extends { from: number; to: number }>(spans: Span[]): Span[] {
  const found: Span[] = [];
  for (const span of spans) if (span.from >= (found.at(-1)?.to ?? 0)) found.push(span);
  return found;
}

/** "we tried it before and it was a nightmare": of a tool that he has left. */
function isOfOldTool(said: Utterance, at: number): boolean {
  const clause = sentenceAt(said, at)?.clauses.findLast(
    ({ from }) => from <= at && said.tokens.slice(from, at).some(({ product }) => product !== undefined),
  );
  return clause !== undefined && matchAll(OLD, said.tokens, clause.from, at).length > 0;
}
