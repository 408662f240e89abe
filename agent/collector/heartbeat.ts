import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Publisher } from './publisher.ts';

/** The histogram holds intervals between samples, this long when nothing holds the loop up. */
const RESOLUTION_MS = 20;
const NS_PER_MS = 1e6;

/** While somebody speaks: of a process that is killed then, the end of the call is known to this. */
const SPEAKING_MS = 1_000;

/**
 * Publishes a sign of life every `intervalMs`, and each second while somebody speaks. Keeps no process alive. Returns how to
 * stop it.
 */
export function startHeartbeat(publisher: Publisher, intervalMs: number, speaking: () => boolean): () => void {
  const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  loop.enable();
  let nextAt = performance.now() + intervalMs;
  const beat = () => {
    const now = performance.now();
    // A timer may come a little early.
    if (now < nextAt - RESOLUTION_MS && !speaking()) return;
    nextAt = now + intervalMs;
    const { pending, spoolBytes } = publisher.stats();
    const loopDelayP99Ms = loop.count > 0 ? Math.max(0, loop.percentile(99) / NS_PER_MS - RESOLUTION_MS) : null;
    loop.reset();
    publisher.publish('producer.beat', { intervalMs, pending, spoolBytes, loopDelayP99Ms });
  };
  const timer = setInterval(beat, Math.min(intervalMs, SPEAKING_MS)).unref();
  return () => {
    clearInterval(timer);
    loop.disable();
  };
}
