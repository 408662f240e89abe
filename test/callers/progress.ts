import type { CallOutcome } from './outcome.ts';

/** What a call's process tells its parent while the call goes on, for a terminal or a test. */
export type Progress =
  | { phase: 'ready'; call: string; scenario: string; loadedInMs: number }
  | { phase: 'started'; call: string; scenario: string }
  | { phase: 'speaking'; call: string; scenario: string; who: 'caller' | 'agent'; text: string; interrupted?: boolean }
  | { phase: 'signal'; call: string; scenario: string; name: string; value: unknown }
  | { phase: 'fallback'; call: string; scenario: string; component: string }
  | { phase: 'ended'; call: string; scenario: string; outcome: CallOutcome }
  | { phase: 'failed'; call: string; scenario: string; message: string };

/** Names the call once, so that callers of `tell` need not. */
export type Tell = (progress: DistributiveOmit<Progress, 'call' | 'scenario'>) => void;
type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;
