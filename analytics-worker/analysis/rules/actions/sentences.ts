import type { Utterance } from '../normalise/types.ts';

/** The end of the sentence that token `from` stands in, no further than `next`. */
export function sentenceEnd({ tokens }: Utterance, from: number, next = tokens.length): number {
  for (let at = from; at <= next; at++) if (isEnd(tokens[at - 1]?.stop)) return at;
  return next;
}

export function sentenceStart({ tokens }: Utterance, from: number): number {
  for (let at = from; at > 0; at--) if (isEnd(tokens[at - 1]?.stop)) return at;
  return 0;
}

function isEnd(stop: string | undefined): boolean {
  return stop === '.' || stop === '?';
}
