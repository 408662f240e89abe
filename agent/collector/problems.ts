import type { Problem } from '../../lib/errors.ts';
import { messageOf } from '../../lib/errors.ts';

/** Told of everything that goes wrong in the collector; nothing of it reaches the session. */
export type OnProblem = (problem: Problem) => void;

/** A hook that throws is ignored: it is somebody's logger, and the call goes on. */
export function guarded(onProblem: OnProblem | undefined): OnProblem {
  return (problem) => {
    try {
      onProblem?.(problem);
    } catch {
      // Nowhere left to say it.
    }
  };
}

export function collectorProblem(code: string, error: unknown, fix?: string): Problem {
  return { code, message: messageOf(error), ...(fix === undefined ? {} : { fix }) };
}
