/**
 * Does work at once and then every `intervalMs`. A turn that takes longer is not joined by another one. `stop` waits for
 * the turn that is under way.
 */
export function repeat(
  intervalMs: number,
  work: () => Promise<void>,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  let turn: Promise<void> | undefined;
  const next = () => {
    turn ??= work()
      .catch(onError)
      .finally(() => (turn = undefined));
  };
  const timer = setInterval(next, intervalMs);
  next();
  return {
    stop: async () => {
      clearInterval(timer);
      await turn;
    },
  };
}
