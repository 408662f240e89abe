import type { Token } from './types.ts';

/** A full stop or a question mark stands behind it. */
export const endsSentence = (word: Pick<Token, 'stop'> | undefined): boolean =>
  word?.stop === '.' || word?.stop === '?';
