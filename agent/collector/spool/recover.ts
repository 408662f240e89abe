import fs from 'node:fs';
import { readFrames, type Entry } from './frames.ts';
import { Segment, segmentFiles } from './segment.ts';
import type { Gap, SpoolState } from './state.ts';

/** What a dead process left in its folder, the events themselves apart. */
export type Found = {
  segments: Segment[];
  lastSeq: number;
  gap: Gap | undefined;
  closed: boolean;
  /** Events that wait for the broker. */
  pending: number;
};

/** Looks through a folder's segments, one at a time in memory. `cut`: torn tails are cut off; for owners only. */
export async function survey(folder: string, state: SpoolState, { cut }: { cut: boolean }): Promise<Found> {
  const found: Found = { segments: [], lastSeq: state.acked, gap: undefined, closed: state.closed, pending: 0 };
  for (const { file } of segmentFiles(folder)) {
    const bytes = await fs.promises.readFile(file);
    const { entries, goodBytes } = readFrames(bytes);
    if (cut && goodBytes < bytes.length) await fs.promises.truncate(file, goodBytes);
    for (const entry of entries) {
      if (entry.type === 'producer.closed') found.closed = true;
      if (entry.seq > found.lastSeq) found.pending++;
      found.lastSeq = Math.max(found.lastSeq, entry.seq);
    }
    found.segments.push(Segment.existing(file, goodBytes, entries.at(-1)?.seq ?? 0));
  }
  // A gap's event is the first that is written after it: with any later one on disk, it was declared.
  if (state.gap && state.gap.lastSeq > found.lastSeq) {
    found.gap = state.gap;
    found.lastSeq = state.gap.lastSeq;
  }
  return found;
}

/** The events of a folder above `afterSeq`, a segment at a time, each once. */
export async function* readEvents(found: Found, afterSeq: number): AsyncGenerator<Entry[]> {
  let last = afterSeq;
  for (const segment of found.segments) {
    const { entries } = readFrames(await fs.promises.readFile(segment.file));
    const fresh = entries.filter((entry) => {
      if (entry.seq <= last) return false;
      last = entry.seq;
      return true;
    });
    if (fresh.length > 0) yield fresh;
  }
}
