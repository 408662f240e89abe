import type { Model } from '../../analytics-worker/analysis/rules/learned/model.ts';
import type { Lesson } from './corpus.ts';
import { fit } from './logistic.ts';
import { remembered } from '../../lib/remembered.ts';
import type { Task } from './task.ts';

/** In one round a lesson teaches the same whatever else is learned from, so that each is looked at once for all folds. */
export function lookingOnce<Label extends string>(task: Task<Label>): Task<Label> {
  if (task.rounds > 1) return task;
  return { ...task, examplesOf: remembered((lesson: Lesson) => task.examplesOf(lesson, undefined)) };
}

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
