import { compile, matchAll } from './match/pattern.ts';
import type { Utterance } from './normalise/types.ts';
import { assentFrames } from './vocabulary/assent.ts';

export type Assent = 'yes' | 'no' | 'open';

const frames = compile(assentFrames);
/** An answer to what was put stands in the first words. */
const REACH = 6;

/** Whether the caller takes what the agent has just put to him. A "no" stands against a "yes" behind it: "no that works" is yes. */
export function assentOf(answer: Utterance | undefined): Assent {
  if (!answer) return 'open';
  const said = matchAll(frames, answer.tokens, 0, Math.min(answer.tokens.length, REACH + 4)).filter(
    ({ from }) => from <= REACH,
  );
  const first = said[0];
  if (!first) return 'open';
  const denied = answer.tokens[first.to]?.text === 'not';
  return first.label === 'yes' && !denied ? 'yes' : 'no';
}
