import { add, scores, tally, type Tally } from '../bench/corpus-score.ts';
import type { Lesson } from './corpus.ts';
import { learn } from './learn.ts';
import type { Task } from './task.ts';

export type Judged = { threshold: number; table: string[] };
/** Fewer than two labels of a hundred and fifty. */
const AS_GOOD = 0.01;

type Read = { lesson: Lesson; at: (threshold: number) => Tally };

/**
 * Judges a task by models that have seen nothing of the author that they are judged by, and finds the threshold that is best for
 * whole calls, as they come, that no hand-written rule was made from.
 */
export function judge<Label extends string>(task: Task<Label>, lessons: readonly Lesson[]): Judged {
  const whole = lessons.filter(({ isWhole }) => isWhole);
  const authors = [...new Set(whole.map(({ author }) => author))];
  const read = authors.flatMap((author): Read[] => {
    const model = learn(
      task,
      lessons.filter((lesson) => lesson.author !== author),
    );
    return whole
      .filter((lesson) => lesson.author === author)
      .map((lesson) => ({ lesson, at: task.read(lesson, model) }));
  });
  const unseen = read.filter(({ lesson }) => lesson.isUnseen);
  const asTheyCome = unseen.filter(({ lesson }) => lesson.isAsTheyCome);
  const threshold = bestOf(task.thresholds, (at) => scores(sumOf(asTheyCome, at)).f1 ?? 0);
  const groups: [string, Read[]][] = [
    ...authors.map((author): [string, Read[]] => [author, read.filter(({ lesson }) => lesson.author === author)]),
    ['unseen', unseen],
    ['unseen as they come', asTheyCome],
    ['all', read],
  ];
  return { threshold, table: groups.map(([name, some]) => line(name, sumOf(some, threshold))) };
}

/**
 * The threshold whose neighbours are good, too: a single peak among few labels is luck. Where several are as good, the highest: a
 * claim that is wrong costs more than one that is missed.
 */
function bestOf(thresholds: readonly number[], f1At: (threshold: number) => number): number {
  const f1 = thresholds.map(f1At);
  const around = f1.map((one, index) => (2 * one + (f1[index - 1] ?? one) + (f1[index + 1] ?? one)) / 4);
  const highest = Math.max(...around);
  return thresholds[around.findLastIndex((one) => one >= highest - AS_GOOD)] ?? 0;
}

function sumOf(read: readonly Read[], threshold: number): Tally {
  const sum = tally();
  for (const { at } of read) add(sum, at(threshold));
  return sum;
}

function line(name: string, sum: Tally): string {
  const { precision, recall, f1 } = scores(sum);
  const shown = [precision, recall, f1].map((score) => (score === null ? '-' : score.toFixed(3)).padStart(7)).join('');
  return `${name.padEnd(20)}${shown}   ${sum.right} right, ${sum.wrong} wrong, ${sum.missed} missed`;
}
