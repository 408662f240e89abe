import type { FoundSignal } from '../../../analytics-worker/analysis/results.ts';
import type { Item } from '../../../analytics-worker/analysis/transcript.ts';
import { analyzeByRules } from '../../../analytics-worker/analysis/rules/engine.ts';
import { readTranscript } from '../../../analytics-worker/analysis/rules/read.ts';
import { findSignals } from '../../../analytics-worker/analysis/rules/signals.ts';

/** A conversation on one line: "a: how many are you | u: twelve". Without a speaker the caller speaks. */
export function items(line: string): Item[] {
  return line.split('|').map((part, index) => {
    const said = part.trim();
    const agent = said.startsWith('a:');
    return { item: index + 1, role: agent ? 'agent' : 'user', text: said.replace(/^[au]:\s*/u, '') };
  });
}

/** @param day of the call, `2026-11-23` */
export function signalsOf(line: string, day?: string): Record<string, FoundSignal> {
  return findSignals(readTranscript(items(line)), undefined, day);
}

export const valueOf = (name: string, line: string): unknown => signalsOf(line)[name]?.value;

/** As the whole engine finds them, with the encoder. */
export const signalsFound = async (line: string): Promise<Record<string, FoundSignal>> =>
  (await analyzeByRules(items(line))).signals;
