import { llm } from '@livekit/agents';
import { z } from 'zod';
import type { CallRecord } from '../record.ts';
import { guarded } from './guarded.ts';
import { LONGEST_WORDS_MS, sayAndLeave } from './leave.ts';

const END_CALL = 'end_call';
const LONGEST_REASON = 500;

/** The tool by which the conversation model hangs up. */
export function createEndCall(options: {
  record: CallRecord;
  /** Said when the model has no last words of its own. */
  goodbye: string;
}) {
  const { record, goodbye } = options;
  return llm.tool({
    name: END_CALL,
    description:
      'Says goodbye and hangs up. Use it when the caller is done or says goodbye, not when he hesitates or asks for a ' +
      'human. Do not say goodbye before: the tool does it.',
    parameters: z.object({
      reason: z.string().describe('why the call is over, a few words'),
      goodbye: z.string().optional().describe("the last sentence to the caller, in the call's language"),
    }),
    flags: llm.ToolFlag.IGNORE_ON_ENTER,
    execute: (args, { ctx }) =>
      guarded(
        END_CALL,
        record,
        async () => {
          ctx.disallowInterruptions();
          record.markEnding('agent_ended', 'agent', args.reason.slice(0, LONGEST_REASON));
          await sayAndLeave(ctx, args.goodbye?.trim() || goodbye);
        },
        { limitMs: LONGEST_WORDS_MS + 1_000 },
      ),
  });
}
