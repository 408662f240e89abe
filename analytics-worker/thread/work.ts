import { parentPort, workerData } from 'node:worker_threads';
import type { Findings } from '../analysis/results.ts';
import { analyzeByRules } from '../analysis/rules/engine.ts';
import type { AnalysisConfig } from '../analysis/stored/analyse.ts';
import { analysers } from '../analysis/stored/analysers.ts';
import type { Conversation } from '../analysis/transcript.ts';
import { analyseEnded, type Beside, type CallAnalysis } from '../derive/analysis.ts';
import type { ConcludedCall } from '../derive/call.ts';

/** What is done in the thread (docs/worker.md). All that comes and goes is plain data. */

export type ThreadConfig = Omit<AnalysisConfig, 'analysers'>;

const config: AnalysisConfig = { ...(workerData as ThreadConfig), analysers };

// Vocabulary is compiled and weights are read where they are first looked for: before a call waits for it.
await analyzeByRules([
  { item: 1, role: 'user', text: 'we are six people in leeds and docusign is too expensive' },
  { item: 2, role: 'agent', text: 'I will send you an offer by Friday. Who decides?' },
]);
parentPort?.postMessage('started');

export function analyse({ call, beside }: { call: ConcludedCall; beside: Beside }): Promise<CallAnalysis | undefined> {
  return analyseEnded(call, beside, config);
}

export function findByRules({ items, day }: Conversation): Promise<Findings> {
  return analyzeByRules([...items], day);
}
