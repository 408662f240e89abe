import { watchErrors } from './errors.ts';
import { watchFallbacks } from './fallbacks.ts';
import { watchItems } from './items.ts';
import { watchMetrics } from './metrics.ts';
import { Playout } from './playout.ts';
import { Speeches } from './speeches.ts';
import { watchStates } from './states.ts';
import { watchTools } from './tools.ts';
import { Transcripts } from './transcripts.ts';
import { Usage } from './usage.ts';
import type { Watch } from './watch.ts';

/** Turns everything that a session says into facts. What the end of the call asks for is given back. */
export function watchSession(watch: Watch): { transcripts: Transcripts; usage: Usage } {
  const speeches = new Speeches(watch);
  const playout = new Playout(watch, speeches);
  const transcripts = new Transcripts(watch);
  watchMetrics(watch);
  watchItems(watch, speeches, transcripts, playout);
  watchStates(watch);
  watchTools(watch, speeches);
  watchErrors(watch);
  watchFallbacks(watch);
  return { transcripts, usage: new Usage(watch) };
}
