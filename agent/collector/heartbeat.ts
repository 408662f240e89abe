import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Publisher } from './publisher.ts';

/** The histogram holds intervals between samples, this long when nothing holds the loop up. */
const RESOLUTION_MS = 20;
const NS_PER_MS = 1e6;

/** Publishes a sign of life every `intervalMs`. Keeps no process alive. Returns how to stop it. */
export function startHeartbeat(publisher: Publisher, intervalMs: number): () => void {
  const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  loop.enable();
  const timer = setInterval(() => {
    const { pending, spoolBytes } = publisher.stats();
    const loopDelayP99Ms = loop.count > 0 ? Math.max(0, loop.percentile(99) / NS_PER_MS - RESOLUTION_MS) : null;
    loop.reset();
    publisher.publish('producer.beat', { intervalMs, pending, spoolBytes, loopDelayP99Ms });
  }, intervalMs).unref();
  return () => {
    clearInterval(timer);
    loop.disable();
  };
}
