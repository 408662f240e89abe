/** What a collector does when its process ends without having closed it. Synchronous, and must not throw. */
export type ProcessEndListener = { parentGone(): void; exit(code: number): void };

const listeners = new Set<ProcessEndListener>();

/** One listener of the process for all collectors in it. Returns how to stop listening. */
export function onProcessEnd(listener: ProcessEndListener): () => void {
  if (listeners.size === 0) {
    process.on('exit', exit);
    process.on('disconnect', parentGone);
  }
  listeners.add(listener);
  return () => {
    if (listeners.delete(listener) && listeners.size === 0) {
      process.off('exit', exit);
      process.off('disconnect', parentGone);
    }
  };
}

function exit(code: number): void {
  for (const listener of listeners) listener.exit(code);
}

function parentGone(): void {
  for (const listener of listeners) listener.parentGone();
}
