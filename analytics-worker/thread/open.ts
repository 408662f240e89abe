import type { Lane } from '../../events/subjects.ts';
import type { Findings } from '../analysis/results.ts';
import { analysers } from '../analysis/stored/analysers.ts';
import type { Conversation } from '../analysis/transcript.ts';
import { analyseEnded, type AnalyseEnded } from '../derive/analysis.ts';
import { openPool, type PoolOptions } from './pool.ts';

/** What takes many ms of computing, beside the event loop (docs/worker.md). Both reject with the signal's reason when it aborts. */
export type AnalysisThread = {
  /** A call that ends the thread, or holds it up, is one whose rules throw: what needs none of them stands. */
  analyse: AnalyseEnded;
  findByRules(call: Conversation, lane: Lane): Promise<Findings>;
  /** When a call would not wait for the thread's start. Never rejects. */
  started: Promise<void>;
  close(): Promise<void>;
};

export function openAnalysisThread(options: PoolOptions): AnalysisThread {
  const { config, signal } = options;
  const pool = openPool(options);
  return {
    analyse: (call, beside, lane) =>
      pool.run('analyse', { call, beside }, lane).catch((error: unknown) => {
        signal.throwIfAborted();
        return analyseEnded(call, beside, { ...config, analysers }, () => Promise.reject(error));
      }),
    findByRules: (call, lane) => pool.run('findByRules', call, lane),
    started: pool.started,
    close: () => pool.close(),
  };
}
