import { llm, type voice } from '@livekit/agents';
import { EarshotError, messageOf } from '../../../lib/errors.ts';
import type { CallRecord } from '../record.ts';

const MAX_MESSAGE = 2_000;
/** A caller who hears nothing for longer thinks that the line is dead. */
const DEFAULT_LIMIT_MS = 4_000;
const FILLER_AFTER_MS = 2_000;

export type Guard = {
  /** The work counts as failed after this; for longer ones say something meanwhile. */
  limitMs?: number;
  /** Said when nobody has spoken for so long (two seconds), once or every so often. */
  filler?: { ctx: voice.RunContext; text: string; afterMs?: number; everyMs?: number };
  /** The caller interrupted: nobody waits for the result any more. */
  abandoned?: AbortSignal | undefined;
  /** What the model is told when the work fails, instead of that the tool is not available. */
  told?: string;
};

/**
 * Runs a tool's work. What it throws, or that it took too long, is on record as an error of the call (the SDK keeps the
 * true message to itself and tells the model "internal error"), and the model is told in one sentence, so that it can
 * speak of it. The work's signal says that its result is of no use any more.
 *
 * @throws llm.ToolError always, when the work throws
 */
export async function guarded<Result>(
  name: string,
  record: CallRecord,
  work: (signal: AbortSignal) => Promise<Result>,
  guard: Guard = {},
): Promise<Result> {
  const { limitMs = DEFAULT_LIMIT_MS, filler, abandoned } = guard;
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(tooSlow(name, limitMs)), limitMs);
  const signal = AbortSignal.any([late.signal, ...(abandoned ? [abandoned] : [])]);
  const limited = () => Promise.race([work(signal), failureOf(signal)]);
  try {
    return await (filler ? withFiller(filler, limited) : limited());
  } catch (error) {
    if (error instanceof llm.ToolError) throw error;
    if (!abandoned?.aborted) raise(record, name, error);
    throw new llm.ToolError(guard.told ?? `${name} is not available at the moment`);
  } finally {
    clearTimeout(timer);
  }
}

function withFiller<Result>(filler: NonNullable<Guard['filler']>, work: () => Promise<Result>): Promise<Result> {
  const { ctx, text, afterMs = FILLER_AFTER_MS, everyMs } = filler;
  return ctx.filler(text, { delay: afterMs, ...(everyMs === undefined ? {} : { interval: everyMs }) }, work);
}

function raise(record: CallRecord, name: string, error: unknown): void {
  const message = messageOf(error).slice(0, MAX_MESSAGE);
  record.publish('error.raised', { source: 'tool', message, recoverable: true, label: name });
}

function failureOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) return reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function tooSlow(name: string, limitMs: number): EarshotError {
  const message = `gave no result within ${limitMs} ms`;
  return new EarshotError({ code: 'tool_too_slow', field: name, message, fix: 'see what it waits for' });
}
