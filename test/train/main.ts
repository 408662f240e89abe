import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { STEP, type Model, type Weights } from '../../analytics-worker/analysis/rules/learned/model.ts';
import { readLessons, type Lesson } from './corpus.ts';
import { judge } from './folds.ts';
import { fit } from './logistic.ts';
import { objections } from './objections.ts';
import { stances } from './stances.ts';
import type { Task } from './task.ts';

/** `npm run train:rules`: learns the weights of the rules engine anew and says how good they are at what they have not seen. */
const FOLDER = fileURLToPath(new URL('../../analytics-worker/analysis/rules/learned/weights/', import.meta.url));

const lessons = await readLessons();
await train(objections, lessons);
await train(stances, lessons);

async function train<Label extends string>(task: Task<Label>, all: readonly Lesson[]): Promise<void> {
  const began = performance.now();
  const taught = all.filter(task.isTaught);
  const { threshold, table } = judge(task, taught);
  const model = fit(task, taught.flatMap(task.examplesOf));
  const text = written(model, threshold);
  await writeFile(`${FOLDER}${task.name}.json`, text);
  const took = ((performance.now() - began) / 1000).toFixed(0);
  console.log(
    `\n${task.name}: ${taught.length} lessons, ${model.weights.size} weights, ${text.length} bytes, from ${threshold} on, ${took} s`,
  );
  console.log('each author by what was learned from the others:');
  for (const line of table) console.log(line);
}

/** As the formatter leaves it. */
function written<Label extends string>({ labels, weights }: Model<Label>, threshold: number): string {
  const lines = [...weights].map(
    ([name, row]) => `${name}\t${row.map((weight) => Math.round(weight / STEP)).join(' ')}`,
  );
  const file: Weights = { labels, threshold, weights: lines.join('\n') };
  const fields = Object.entries(file).map(([name, value]) => `  "${name}": ${JSON.stringify(value)}`);
  return `{\n${fields.join(',\n').replaceAll('","', '", "')}\n}\n`;
}
