import type { Utterance } from './normalise/types.ts';

/** Both sides of a call, with what was said before and after something. */
export type Talk = {
  utterances: Utterance[];
  caller: Utterance[];
  agent: Utterance[];
  /** The nearest item of the other side before, or after, this one. */
  before: (utterance: Utterance) => Utterance | undefined;
  after: (utterance: Utterance) => Utterance | undefined;
};

export function talkOf(utterances: Utterance[]): Talk {
  const before = beside(utterances);
  const after = beside(utterances.toReversed());
  return {
    utterances,
    caller: utterances.filter(({ role }) => role === 'user'),
    agent: utterances.filter(({ role }) => role === 'agent'),
    before: (utterance) => before.get(utterance),
    after: (utterance) => after.get(utterance),
  };
}

/** Of each the last one before it that is of the other side: found once, since nearly every rule asks. */
function beside(utterances: readonly Utterance[]): Map<Utterance, Utterance | undefined> {
  const found = new Map<Utterance, Utterance | undefined>();
  let last: Utterance | undefined;
  for (const utterance of utterances) {
    found.set(utterance, last && (last.role === utterance.role ? found.get(last) : last));
    last = utterance;
  }
  return found;
}
