import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { EarshotError, messageOf } from '../../lib/errors.ts';
import { analyzeByHand, type AskedByHand } from '../analysis/by-hand/analyze.ts';
import { readItems } from '../analysis/by-hand/read-items.ts';
import { readAnalysisEnv } from '../env.ts';

/**
 * Prints what a transcript tells as one JSON document.
 *
 * @param file path of the transcript, `-` for standard input
 * @throws EarshotError `bad_transcript`, `bad_setting`
 */
export async function analyze(file: string, asked: AskedByHand): Promise<void> {
  const source = file === '-' ? 'standard input' : file;
  const items = readItems(file === '-' ? await text(process.stdin) : await read(file), source);
  console.log(JSON.stringify(await analyzeByHand(items, readAnalysisEnv(), asked), null, 2));
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const fix = 'give the path of a JSON file, or - for standard input';
    throw new EarshotError({ code: 'bad_transcript', field: file, message: messageOf(error), fix }, { cause: error });
  }
}
