/** What a person must change so that the failing step works the next time. */
export type Problem = {
  /** Stable, machine-readable name: `malformed_json`, `spool_full`. Listed in docs/errors.md. */
  code: string;
  /** Path of the field at fault (`data.itemId`, `NATS_URL`), where one is. */
  field?: string;
  message: string;
  /** What to type or change. */
  fix?: string;
};

/**
 * Says whether trying again helps: `yes` after a wait, `no` never for this input, `unknown` when nobody can tell, so
 * that the process stops and its supervisor starts it afresh.
 */
export type Retriable = 'yes' | 'no' | 'unknown';

/** An error that a person can act on. Everything else is a bug and stays an ordinary `Error`. */
export class EarshotError extends Error {
  readonly problem: Problem;
  readonly retriable: Retriable;

  constructor(problem: Problem, options: { retriable?: Retriable; cause?: unknown } = {}) {
    super(describeProblem(problem), options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'EarshotError';
    this.problem = problem;
    this.retriable = options.retriable ?? 'no';
  }
}

/** One line for a terminal or a dead letter: `field: message. Fix: …`. */
export function describeProblem({ field, message, fix }: Problem): string {
  return [field === undefined ? message : `${field}: ${message}`, fix === undefined ? '' : `Fix: ${fix}`]
    .filter(Boolean)
    .join('. ');
}

/** Whether it is one of the system's errors with this code: `ENOENT`, `EEXIST`. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** The text of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
