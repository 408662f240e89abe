import { compile, matchAll } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { affirmed, affirmedAlone, denied } from '../vocabulary/answers.ts';

const FRAMES = compile({ affirmed, affirmedAlone, denied });
/** An answer stands among the first words of an item. */
const WITHIN = 4;
/** Or at the beginning of one of the first clauses: "gosh is it that many, yes". */
const CLAUSES = 3;

/** Whether an item takes what was put to him: yes, no, or neither. */
export function answerOf({ tokens, clauses }: Utterance): 'yes' | 'no' | undefined {
  const starts = new Set(clauses.slice(0, CLAUSES).map(({ from }) => from));
  const ends = new Set(clauses.map(({ to }) => to));
  const first = matchAll(FRAMES, tokens).find(
    ({ label, from, to }) => (from < WITHIN || starts.has(from)) && (label !== 'affirmedAlone' || ends.has(to)),
  );
  if (!first) return undefined;
  return first.label === 'denied' ? 'no' : 'yes';
}
