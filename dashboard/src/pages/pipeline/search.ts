import { text } from '../../app/address.ts';

/** `letter` is the sequence of the dead letter that is looked at. */
export type PipelineSearch = { letter?: number | undefined };

export function parsePipelineSearch(raw: Record<string, unknown>): PipelineSearch {
  const letter = Number(text(raw['letter']));
  return Number.isInteger(letter) && letter > 0 ? { letter } : {};
}
