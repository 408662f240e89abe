import { fileURLToPath } from 'node:url';
import { defaultPrices } from '../../analytics-worker/analysis/cost/default-prices.ts';
import { defaultScoring } from '../../analytics-worker/conclusions/scoringConfig.ts';
import type { ConcludedCall } from '../../analytics-worker/derive/call.ts';
import { openAnalysisThread } from '../../analytics-worker/thread/open.ts';
import type { PoolOptions } from '../../analytics-worker/thread/pool.ts';
import { createLog } from '../../lib/log.ts';
import { conclude } from '../conclusions/helpers.ts';
import { spokenCall } from './spoken-call.ts';

/** The thread's work with bugs that some words bring out. */
export const BREAKING = fileURLToPath(new URL('./fixtures/breaking-work.ts', import.meta.url));

const config = { scoring: defaultScoring, prices: defaultPrices };

export function openThread(more: Partial<PoolOptions> = {}) {
  const log = createLog('test', { level: 'silent' });
  return openAnalysisThread({ config, log, signal: new AbortController().signal, ...more });
}

/** A call that has ended, in which this was said. @param at when it began, epoch ms */
export function endedCall(lines?: readonly string[], at?: number): ConcludedCall {
  const place = { tenant: 't1', call: 'c1' };
  const { facts: said, ending } = spokenCall(place.tenant, place.call, {
    ...(lines && { lines }),
    ...(at !== undefined && { at }),
  });
  const facts = [...said, ...ending].map((fact) => ({ fact, brokerAt: Math.floor(fact.at) }));
  return { facts, conclusions: conclude(facts, place) };
}
