import type { Clock } from '../../../lib/clock.ts';
import { MAX_TEXT } from '../../../events/types/common.ts';

const MAX_LABEL = 500;
const MAX_MESSAGE = 2_000;
/** Epoch seconds are below it for thousands of years, epoch milliseconds have been above it since 1973. */
const SECONDS_BELOW = 1e11;

/** Closer than this, wall clock and producer's clock are the same: the wall clock's reading is cut to whole ms. */
const SAME_CLOCK_MS = 5;

/**
 * The SDK's wall times, seconds or milliseconds since the epoch, on the producer's one clock: epoch ms. When the wall
 * clock was stepped since the producer started, the step is taken out.
 */
export function onClock(clock: Clock, wall: number): number {
  const wallMs = Math.abs(wall) < SECONDS_BELOW ? wall * 1000 : wall;
  const stepMs = Date.now() - clock.now();
  return number(Math.abs(stepMs) < SAME_CLOCK_MS ? wallMs : wallMs - stepMs);
}

/** The SDK writes -1 where nothing came. */
export function orNull(ms: number): number | null {
  return Number.isFinite(ms) && ms !== -1 ? ms : null;
}

/** JSON has no NaN. What is no number becomes one that cannot be true, for the worker to quarantine. */
export function number(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? value : -1;
}

export function count(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) && value > 0 ? Math.round(value) : 0;
}

export function msOfSeconds(seconds: number | undefined): number | undefined {
  return seconds !== undefined && Number.isFinite(seconds) ? seconds * 1000 : undefined;
}

export function label(text: string): string {
  return text.slice(0, MAX_LABEL);
}

export function message(text: string): string {
  return text.slice(0, MAX_MESSAGE);
}

export function text(value: string): { text: string; truncated: boolean } {
  return value.length > MAX_TEXT
    ? { text: value.slice(0, MAX_TEXT), truncated: true }
    : { text: value, truncated: false };
}

/** Without the keys whose value is undefined: the contract knows absent, not undefined. */
export function defined<T extends object>(values: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}
