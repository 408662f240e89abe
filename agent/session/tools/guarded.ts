import { llm } from '@livekit/agents';
import { messageOf } from '../../../lib/errors.ts';
import type { CallRecord } from '../record.ts';

const MAX_MESSAGE = 2_000;

/**
 * Runs a tool's work. What it throws is on record as an error of the call (the SDK keeps the true message to itself and
 * tells the model "internal error"), and the model is told in one sentence, so that it can speak of it.
 *
 * @throws llm.ToolError always, when the work throws
 */
export async function guarded<Result>(name: string, record: CallRecord, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof llm.ToolError) throw error;
    record.publish('error.raised', {
      source: 'tool',
      message: messageOf(error).slice(0, MAX_MESSAGE),
      recoverable: true,
      label: name,
    });
    throw new llm.ToolError(`${name} is not available at the moment`);
  }
}
