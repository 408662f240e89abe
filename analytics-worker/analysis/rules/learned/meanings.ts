import { once } from '../../once.ts';
import file from './meanings.json' with { type: 'json' };
import type { Features } from './features.ts';

/** Letters of a place, from -31 to 31. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+';
const MIDDLE = 31;
/** Words are sorted by how common they are: the rarer, the more one tells. */
const COMMON = 10;

const levels = new Map(Array.from(LETTERS, (letter, index) => [letter, index - MIDDLE]));
const ranks = once(() => new Map(file.words.split(' ').map((word, rank) => [word, rank])));

/** What the words mean together, whichever they are: `mark0`, `mark1`, … by how far it lies in each direction (meanings.json, README.md). */
export function addMeaning(to: Features, words: readonly string[], mark: string, weight: number): void {
  const sums = new Float64Array(file.dimensions);
  for (const word of new Set(words)) {
    const rank = ranks().get(word);
    if (rank === undefined) continue;
    const telling = Math.log(2 + rank / COMMON);
    for (let index = 0; index < sums.length; index++)
      sums[index] = (sums[index] ?? 0) + telling * (levels.get(file.places[rank * sums.length + index] ?? '') ?? 0);
  }
  const length = Math.hypot(...sums);
  if (length > 0) for (const [index, sum] of sums.entries()) to.set(mark + index, (weight * sum) / length);
}
