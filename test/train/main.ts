import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { STEP, type Trained, type Weights } from '../../analytics-worker/analysis/rules/learned/model.ts';
import { readLessons } from './corpus.ts';
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
await train(objections);
await train(stances);
await train(painPoints);
await train(budgetAuthority);
await train(actionItems);

async function train<Label extends string>(given: Task<Label>): Promise<void> {
  if (asked.length > 0 && !asked.includes(given.name)) return;
  const began = performance.now();
  const task = lookingOnce(given);
  const taught = lessons.filter(task.isTaught);
  const { thresholds, table } = judge(task, taught, readings);
  const model = learn(task, taught);
  const text = written({ ...model, thresholds });
  await writeFile(`${FOLDER}${task.name}.json`, text);
  const took = ((performance.now() - began) / 1000).toFixed(0);
  console.log(
    `\n${task.name}: ${taught.length} lessons, ${model.weights.size} weights, ${text.length} bytes, from ${thresholds.words} on${task.isEncoded ? `, ${thresholds.encoded} with the encoder` : ''}, ${took} s`,
  );
  console.log('each author by what was learned from the others: by words alone, and with the encoder');
  for (const line of table) console.log(line);
}

/** How far frames are trusted of the signals of which the encoder gives a second opinion. */
async function trust(): Promise<void> {
  const { trusts, table } = judgeSecond(lessons, readings);
  await writeFile(`${FOLDER}${SECOND}.json`, fileOf(trusts));
  console.log('\nunread calls and stretches: by frames alone, and with the encoder');
  for (const line of table) console.log(line);
}

function written<Label extends string>({ labels, thresholds, weights }: Trained<Label>): string {
  const lines = [...weights].map(
    ([name, row]) => `${name}\t${row.map((weight) => Math.round(weight / STEP)).join(' ')}`,
  );
  return fileOf({ labels, thresholds, weights: lines.join('\n') } satisfies Weights);
}

/** A line for each field, as the formatter leaves it. */
function fileOf(fields: object): string {
  const lines = Object.entries(fields).map(([name, value]) => `  "${name}": ${inline(value)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, one]) => `"${name}": ${inline(one)}`);
  return `{ ${fields.join(', ')} }`;
}
