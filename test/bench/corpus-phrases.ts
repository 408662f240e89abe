import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { CORPUS, readPhrases, type Phrase } from './corpus-read.ts';

export const halves = ['odd', 'even'] as const;
export type Half = (typeof halves)[number];

/** The phrases of test/corpus/phrases, or of each file those with odd or even numbers. */
export async function readAllPhrases(half?: Half): Promise<Phrase[]> {
  const folder = path.join(CORPUS, 'phrases');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).toSorted();
  const all = await Promise.all(
    files.map(async (file) => readPhrases(await readFile(path.join(folder, file), 'utf8'), file)),
  );
  return all.flat().filter(({ number }) => half === undefined || (number % 2 === 1) === (half === 'odd'));
}
