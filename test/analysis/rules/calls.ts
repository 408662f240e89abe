import { readTranscript } from '../../../analytics-worker/analysis/rules/read.ts';
import type { Talk } from '../../../analytics-worker/analysis/rules/talk.ts';
import type { Item } from '../../../analytics-worker/analysis/transcript.ts';

/** A call in short: lines that begin with "a:" for the agent; all others are the caller's. */
export function itemsOf(...lines: string[]): Item[] {
  return lines.map((line, index) => {
    const isAgent = line.startsWith('a:');
    return { item: index + 1, role: isAgent ? 'agent' : 'user', text: isAgent ? line.slice(2).trim() : line };
  });
}

export function talk(...lines: string[]): Talk {
  return readTranscript(itemsOf(...lines));
}
