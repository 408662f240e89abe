import type { JobContext } from '@livekit/agents';

/**
 * Tells when the job is asked to end, by code or by its worker. The session says so only when it has closed, for which it takes
 * two seconds in which nobody is heard any more; the SDK has no event for it.
 */
export function onJobShutdown(ctx: JobContext, told: () => void): void {
  const shutdown = ctx.shutdown.bind(ctx);
  ctx.shutdown = (reason) => {
    told();
    shutdown(reason);
  };
  process.on('message', (message: unknown) => {
    if (typeof message === 'object' && message !== null && Reflect.get(message, 'case') === 'shutdownRequest') told();
  });
}
