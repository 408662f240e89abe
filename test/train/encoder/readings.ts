import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Encoded, Likely } from '../../../analytics-worker/analysis/rules/encoder/encoded.ts';
import type { Lesson } from '../corpus.ts';

/** Where `npm run train:encoder` leaves what encoders make of calls by authors of whom they have seen nothing. */
export const READINGS = fileURLToPath(new URL('../../../artifacts/encoder/readings.json', import.meta.url));

const likely = z.record(z.string(), z.number());
/** By lesson and item; of spans by the head and their first token. */
const file = z.record(
  z.string(),
  z.record(z.string(), z.object({ item: z.record(z.string(), likely), spans: z.record(z.string(), likely) })),
);

/** What encoders make of a lesson; undefined of those that all have seen. @throws Error with what to do where there are no readings */
export async function readReadings(): Promise<(lesson: Lesson) => Encoded | undefined> {
  const text = await readFile(READINGS, 'utf8').catch(() => {
    throw new Error('thresholds need what the encoder makes of unseen calls; run npm run train:encoder first');
  });
  const readings = file.parse(JSON.parse(text));
  return ({ name }) => {
    const lesson = readings[name];
    if (!lesson) return undefined;
    const mapOf = (by: Record<string, number> | undefined): Likely | undefined => by && new Map(Object.entries(by));
    return {
      ofItem: (head, said) => mapOf(lesson[said.item]?.item[head]),
      ofSpan: (head, said, first) => mapOf(lesson[said.item]?.spans[`${head} ${first}`]),
    };
  };
}
