import type { Model } from '../../analytics-worker/analysis/rules/learned/model.ts';
import type { Lesson } from './corpus.ts';
import { fit } from './logistic.ts';
import type { Task } from './task.ts';

/** What the lessons teach. */
export function learn<Label extends string>(task: Task<Label>, lessons: readonly Lesson[]): Model<Label> {
  let model: Model<Label> | undefined;
  for (let round = 0; round < task.rounds || !model; round++) {
    const known = model;
    model = fit(
      task,
      lessons.flatMap((lesson) => task.examplesOf(lesson, known)),
    );
  }
  return model;
}
