import { callerOf, type Call, type Tell } from './callers.ts';

/** What is seen while the calls go on, a line each with the seconds since they began. */
export type LiveLog = {
  /** The calls begin now. */
  begin(): void;
  tell: Tell;
  say(text: string): void;
};

export function createLiveLog(calls: readonly Call[], log: (line: string) => void): LiveLog {
  let begunAt = performance.now();
  const width = Math.max(...calls.map((call) => callerOf(call).length));
  const say = (text: string) => log(`${((performance.now() - begunAt) / 1_000).toFixed(1).padStart(5)} s  ${text}`);
  return {
    begin: () => void (begunAt = performance.now()),
    tell: (call, text) => say(`${callerOf(call).padEnd(width)}  ${text}`),
    say,
  };
}
