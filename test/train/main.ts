import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { STEP, type Model, type Weights } from '../../analytics-worker/analysis/rules/learned/model.ts';
import { seconded } from '../../analytics-worker/analysis/rules/weigh/second.ts';
import { readLessons, type Lesson } from './corpus.ts';
import { actionItems } from './actions.ts';
import { judge } from './folds.ts';
import { learn, lookingOnce } from './learn.ts';
import { objections } from './objections.ts';
import { readReadings } from './encoder/readings.ts';
import { judgeSecond } from './second.ts';
import { stances } from './stances.ts';
import { budgetAuthority, painPoints } from './signals.ts';
import type { Task } from './task.ts';

/** `npm run train:rules [-- objections|stances|pains|authority|actions|second …]`: learns the weights of the rules engine anew and says how good they are at what they have not seen. */
const FOLDER = fileURLToPath(new URL('../../analytics-worker/analysis/rules/learned/weights/', import.meta.url));

const asked = process.argv.slice(2);
const SECOND = 'second';
const known = [...[objections, stances, painPoints, budgetAuthority, actionItems].map(({ name }) => name), SECOND];
const unknown = asked.find((name) => !known.includes(name));
if (unknown) throw new Error(`${unknown} is not learned; write ${known.join(', ')}, or nothing for all`);

const lessons = await readLessons();
const readings = await readReadings();
if (asked.length === 0 || asked.includes(SECOND)) await trust();
await train(objections, lessons);
await train(stances, lessons);
await train(painPoints, lessons);
await train(budgetAuthority, lessons);
await train(actionItems, lessons);

async function train<Label extends string>(given: Task<Label>, all: readonly Lesson[]): Promise<void> {
  if (asked.length > 0 && !asked.includes(given.name)) return;
  const began = performance.now();
  const task = lookingOnce(given);
  const taught = all.filter(task.isTaught);
  const { threshold, together, table } = judge(task, taught, readings);
  const model = learn(task, taught);
  const text = written({ ...model, threshold, together });
  await writeFile(`${FOLDER}${task.name}.json`, text);
  const took = ((performance.now() - began) / 1000).toFixed(0);
  console.log(
    `\n${task.name}: ${taught.length} lessons, ${model.weights.size} weights, ${text.length} bytes, from ${threshold} on, ${together} with the encoder, ${took} s`,
  );
  console.log('each author by what was learned from the others: by words alone, and with the encoder');
  for (const line of table) console.log(line);
}

/** How far frames are trusted of the signals of which the encoder gives a second opinion. */
async function trust(): Promise<void> {
  const { trusts, table } = judgeSecond(lessons, readings);
  const lines = seconded.map(
    (name) => `  "${name}": { "heard": ${trusts[name].heard}, "silent": ${trusts[name].silent} }`,
  );
  await writeFile(`${FOLDER}${SECOND}.json`, `{\n${lines.join(',\n')}\n}\n`);
  console.log('\nunread calls and stretches: by frames alone, and with the encoder');
  for (const line of table) console.log(line);
}

/** As the formatter leaves it. */
function written<Label extends string>({ labels, threshold, together, weights }: Model<Label>): string {
  const lines = [...weights].map(
    ([name, row]) => `${name}\t${row.map((weight) => Math.round(weight / STEP)).join(' ')}`,
  );
  const file: Weights = { labels, threshold, together, weights: lines.join('\n') };
  const fields = Object.entries(file).map(([name, value]) => `  "${name}": ${JSON.stringify(value)}`);
  return `{\n${fields.join(',\n').replaceAll('","', '", "')}\n}\n`;
}
