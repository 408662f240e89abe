/** Why the model gave no findings (docs/analysis-models.md). */
export const failureReasons = [
  'nothing_said',
  'too_long',
  'unreachable',
  'slow',
  'cut',
  'limited',
  'failed',
  'rejected',
  'refused',
  'unusable',
  'too_large',
  'deadline',
  'stopped',
] as const;
export type FailureReason = (typeof failureReasons)[number];

type How = {
  /** Asking again may help. */
  retry?: boolean;
  /** How long the endpoint asks to be left alone, ms. */
  waitMs?: number | undefined;
  /** It may be charged, though no tokens were reported. */
  maybeCharged?: boolean;
  /** What it disliked is left out from now on: asking again at once is no retry. */
  adapted?: boolean;
};

/** A request, or the whole analysis, that came to nothing. The message holds no caller's words and no key. */
export class ModelFailure extends Error {
  readonly reason: FailureReason;
  readonly how: How;

  constructor(reason: FailureReason, message: string, how: How = {}) {
    super(message);
    this.name = 'ModelFailure';
    this.reason = reason;
    this.how = how;
  }
}
