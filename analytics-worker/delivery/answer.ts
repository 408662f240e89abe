/** What became of a request. */
export type Answer =
  | { kind: 'sent'; status: number; thread?: Thread }
  /** It will never work as it is: a wrong address, a missing channel. */
  | { kind: 'refused'; status: number; error: string }
  /** It may work later. `unsure`: it may even have arrived. */
  | { kind: 'later'; status: number | null; error: string; unsure: boolean; waitMs?: number };

/** Where a reply to a message goes. */
export type Thread = { channel: string; ts: string };

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 300_000;

/** Waits between tries at one message: 1 s, 2 s, 4 s, … up to 5 minutes. */
export function waitAfter(attempt: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempt - 1, 16));
}
