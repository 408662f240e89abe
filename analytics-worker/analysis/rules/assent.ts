import { compile, matchAll } from './match/pattern.ts';
import type { Utterance } from './normalise/types.ts';
import { affirmed, affirmedAlone, assentFrames, denied } from './vocabulary/assent.ts';

export type Assent = 'yes' | 'no' | 'open';

const offered = compile(assentFrames);
const stated = compile({ affirmed, affirmedAlone, denied });
/** Who begins so takes nothing yet. */
const HEDGES = new Set(['maybe', 'perhaps', 'possibly', 'if']);
/** A short answer is one before these, too: "i would yes". */
const BEHIND_SHORT = new Set([
  'yes',
  'please',
  'thanks',
  'thank',
  'indeed',
  'then',
  'and',
  'but',
  'so',
  'actually',
  'not',
]);
/** An answer to what was offered stands in the first words. */
const REACH = 6;
/** An answer to what was stated stands among the first words of an item. */
const WITHIN = 4;
/** Or at the beginning of one of the first clauses: "gosh is it that many, yes". */
const CLAUSES = 3;

/** Whether the caller takes what the agent has just offered. A "no" stands against a "yes" behind it: "no that works" is yes. */
export function assentOf(answer: Utterance | undefined): Assent {
  if (!answer) return 'open';
  const said = matchAll(offered, answer.tokens, 0, Math.min(answer.tokens.length, REACH + 4)).filter(
    ({ label, from, to }) =>
      from <= REACH && (label !== 'yesAlone' || isShort(answer, to)) && (label !== 'yesFirst' || from === 0),
  );
  const first = said[0];
  if (!first || (first.from > 0 && HEDGES.has(answer.tokens[0]?.text ?? ''))) return 'open';
  // "Please don't" begins as "please" does.
  const isNo = said.some(({ label, from }) => label === 'no' && from === first.from);
  return isNo || answer.tokens[first.to]?.text === 'not' ? 'no' : 'yes';
}

function isShort({ tokens }: Utterance, to: number): boolean {
  return tokens[to - 1]?.stop !== undefined || BEHIND_SHORT.has(tokens[to]?.text ?? 'yes');
}

/** Whether an item says that what was put to him is so ("give or take"): yes, no, or neither. */
export function answerOf({ tokens, clauses }: Utterance): 'yes' | 'no' | undefined {
  const starts = new Set(clauses.slice(0, CLAUSES).map(({ from }) => from));
  const ends = new Set(clauses.map(({ to }) => to));
  const first = matchAll(stated, tokens).find(
    ({ label, from, to }) => (from < WITHIN || starts.has(from)) && (label !== 'affirmedAlone' || ends.has(to)),
  );
  if (!first) return undefined;
  return first.label === 'denied' ? 'no' : 'yes';
}
