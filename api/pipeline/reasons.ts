import type { Pipeline } from '../types.ts';

/** Why nobody can say that nothing is lost; empty when one can. */
export function whyNot({
  booksToday: books,
  deadLetters,
  lag,
  broker,
}: Pick<Pipeline, 'booksToday' | 'deadLetters' | 'lag' | 'broker'>): string[] {
  const unbalanced = books.unbalancedCalls.length;
  return [
    broker.problem !== null && 'the broker is away, so nobody knows what waits there',
    broker.problem === null && lag.state === 'no_sample' && whyNoSample(lag),
    unbalanced > 0 && `${count(unbalanced, 'call')} of today lack events that were published`,
    books.declaredGaps > 0 && `${count(books.declaredGaps, 'event')} of today did not fit into a spool`,
    books.unknownProducers > 0 &&
      `of ${count(books.unknownProducers, 'producer')} of today nobody knows how much they published`,
    deadLetters > 0 && `${count(deadLetters, 'event')} could not be understood and wait in the dead letters`,
  ].filter((reason) => reason !== false);
}

function whyNoSample({ waiting }: Pipeline['lag']): string {
  return waiting === null
    ? 'the broker cannot be asked how far the store is behind'
    : 'no worker gives a sign of life, so nothing is stored';
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
