import type { Reading } from './read.ts';
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

export function talkOf({ utterances }: Reading): Talk {
  const placed = new Map(utterances.map((utterance, index) => [utterance, index]));
  const other = (utterance: Utterance) => (candidate: Utterance) => candidate.role !== utterance.role;
  const place = (utterance: Utterance) => placed.get(utterance) ?? 0;
  return {
    utterances,
    caller: utterances.filter(({ role }) => role === 'user'),
    agent: utterances.filter(({ role }) => role === 'agent'),
    before: (utterance) => utterances.slice(0, place(utterance)).findLast(other(utterance)),
    after: (utterance) => utterances.slice(place(utterance) + 1).find(other(utterance)),
  };
}
