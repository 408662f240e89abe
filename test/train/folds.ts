import type { Encoded } from '../../analytics-worker/analysis/rules/encoder/encoded.ts';
import type { Thresholds } from '../../analytics-worker/analysis/rules/learned/model.ts';
import { add, scores, tally, type Tally } from '../bench/corpus-score.ts';
import type { Lesson } from './corpus.ts';
import { learn } from './learn.ts';
import type { Task } from './task.ts';

export type Judged = { thresholds: Thresholds; table: string[] };
/** Fewer than two labels of a hundred and fifty. */
const AS_GOOD = 0.01;

type Score = (threshold: number) => Tally;
/** A lesson by words alone, and where there is a reading of the encoder's by both. */
type Read = { lesson: Lesson; words: Score; encoded: Score | undefined };

/**
 * Judges a task by models that have seen nothing of the author that they are judged by, and finds the thresholds that are best for
 * whole calls, as they come, that no hand-written rule was made from.
 *
 * @param encodedOf what encoders that have not seen the author either make of a lesson
 */
export function judge<Label extends string>(
  task: Task<Label>,
  lessons: readonly Lesson[],
  encodedOf: (lesson: Lesson) => Encoded | undefined,
): Judged {
  const whole = lessons.filter(({ isWhole }) => isWhole);
  const authors = [...new Set(whole.map(({ author }) => author))];
  const read = authors.flatMap((author): Read[] => {
    const model = learn(
      task,
      lessons.filter((lesson) => lesson.author !== author),
    );
    return whole
      .filter((lesson) => lesson.author === author)
      .map((lesson) => {
        const encoded = task.isEncoded ? encodedOf(lesson) : undefined;
        return { lesson, words: task.read(lesson, model), encoded: encoded && task.read(lesson, model, encoded) };
      });
  });
  const unseen = read.filter(({ lesson }) => lesson.unreadFor.has(task.frames));
  const asTheyCome = unseen.filter(({ lesson }) => lesson.isAsTheyCome);
  const groups: [string, Read[]][] = [
    ...authors.map((author): [string, Read[]] => [author, read.filter(({ lesson }) => lesson.author === author)]),
    ['unseen', unseen],
    ['unseen as they come', asTheyCome],
    ['all', read],
  ];
  const bestBy = (by: keyof Thresholds) => bestOf(task.thresholds, (at) => scores(sumOf(asTheyCome, by, at)).f1 ?? 0);
  const words = bestBy('words');
  const encoded = task.isEncoded ? bestBy('encoded') : undefined;
  return {
    thresholds: { words, ...(encoded === undefined ? {} : { encoded }) },
    table: groups.map(
      ([name, some]) =>
        `${name.padEnd(20)}${shown(sumOf(some, 'words', words))}${encoded === undefined ? '' : shown(sumOf(some, 'encoded', encoded))}`,
    ),
  };
}

/** Each with its neighbours, up to eight, itself counting twice: a single peak among few labels is luck. */
export function smoothed(rows: readonly (readonly number[])[]): number[][] {
  const near = (row: number, column: number): number[] =>
    [-1, 0, 1].flatMap((down) => [-1, 0, 1].flatMap((right) => rows[row + down]?.[column + right] ?? []));
  return rows.map((all, row) =>
    all.map((own, column) => {
      const some = [own, ...near(row, column)];
      return some.reduce((sum, one) => sum + one, 0) / some.length;
    }),
  );
}

/**
 * The threshold that is best with its neighbours. Where several are as good, the one nearest to half
 * of the F1 that it gives: there it would be best if things were as likely as they are held to be.
 */
function bestOf(thresholds: readonly number[], f1At: (threshold: number) => number): number {
  const [around = []] = smoothed([thresholds.map(f1At)]);
  const highest = Math.max(...around);
  const asGood = thresholds.filter((_, index) => (around[index] ?? 0) >= highest - AS_GOOD);
  return asGood.toSorted((a, b) => Math.abs(a - highest / 2) - Math.abs(b - highest / 2))[0] ?? 0;
}

function sumOf(read: readonly Read[], by: keyof Thresholds, threshold: number): Tally {
  const sum = tally();
  for (const one of read) if (one[by]) add(sum, one[by](threshold));
  return sum;
}

export function shown(sum: Tally): string {
  if (sum.right + sum.wrong + sum.missed === 0) return '';
  const { precision, recall, f1 } = scores(sum);
  const numbers = [precision, recall, f1]
    .map((score) => (score === null ? '-' : score.toFixed(3)).padStart(7))
    .join('');
  return `${numbers}   ${`${sum.right} right, ${sum.wrong} wrong, ${sum.missed} missed`.padEnd(40)}`;
}
