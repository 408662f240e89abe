import { llm, type voice } from '@livekit/agents';
import { z } from 'zod';
import type { HandoverAnswer, HumanDesk } from '../../handover/desk.ts';
import type { CallRecord } from '../record.ts';
import { guarded } from './guarded.ts';
import { LONGEST_WORDS_MS, sayAndLeave } from './leave.ts';
import { summaryOf } from './summary.ts';

const TRANSFER = 'transfer_to_human';
const LONGEST_REASON = 500;
const WAITING_AFTER_MS = 8_000;

export type TransferOptions = {
  desk: HumanDesk;
  record: CallRecord;
  /** Name of the room in which the caller is. */
  room: string;
  /** What the call has told so far: the map that `createRecordSignal` keeps. */
  signals: ReadonlyMap<string, unknown>;
  /** Said before the human is asked. */
  asking?: string;
  /** Said every so often while he does not answer. */
  waiting?: string;
  /** Said when he has come, to both of them; `{who}` and `{reason}` are replaced. */
  introduction?: string;
};

/** The tool by which the conversation model hands the call to a human, who comes into the same room. */
export function createTransfer(options: TransferOptions) {
  const { desk, record } = options;
  const {
    asking = 'I will see who is free. Please stay on the line.',
    waiting = 'I am still trying. Thank you for waiting.',
  } = options;
  return llm.tool({
    name: TRANSFER,
    description:
      'Asks a human into the call and leaves it to him. Use it when the caller asks for a human, or needs what you may ' +
      'not decide. The tool tells the caller to wait. When nobody comes the call goes on: say so, and offer what you can.',
    parameters: z.object({
      reason: z
        .string()
        .min(1)
        .describe('what he wants from the human, as one sentence that is spoken to both of them'),
    }),
    flags: llm.ToolFlag.IGNORE_ON_ENTER,
    execute: (args, { ctx, toolCallId }) => {
      const work = (signal: AbortSignal) => {
        // A human who was asked comes, whatever the caller says meanwhile.
        ctx.disallowInterruptions();
        ctx.session.say(asking);
        return handOver({ ctx, toolCallId, reason: args.reason.slice(0, LONGEST_REASON), options, signal });
      };
      return guarded(TRANSFER, record, work, {
        limitMs: desk.patienceMs + LONGEST_WORDS_MS,
        filler: { ctx, text: waiting, afterMs: WAITING_AFTER_MS, everyMs: WAITING_AFTER_MS },
        told: 'No human can be reached at the moment; tell the caller, and go on with the call.',
      });
    },
  });
}

type Handover = {
  ctx: voice.RunContext;
  toolCallId: string;
  reason: string;
  options: TransferOptions;
  signal: AbortSignal;
};

async function handOver({ ctx, toolCallId, reason, options, signal }: Handover) {
  const { record, signals, introduction = '{who} is on the line now. {reason}' } = options;
  const summary = summaryOf({ reason, signals, items: ctx.session.history.items });
  const startedAt = performance.now();
  const publish = (outcome: { accepted: boolean; who?: string | undefined; why?: string }) =>
    record.publish('handover.requested', {
      ...{ toolCallId, reason, summary, waitMs: performance.now() - startedAt },
      ...outcome,
    });

  let answer: HandoverAnswer;
  try {
    const { room, desk } = options;
    answer = await desk.request({ room, reason, summary, signals: Object.fromEntries(signals) }, signal);
  } catch (error) {
    publish({ accepted: false, why: 'the desk failed' });
    throw error;
  }
  publish(answer);
  if (!answer.accepted) return { transferred: false, why: answer.why };
  const who = answer.who ?? 'A colleague';
  record.markEnding('transferred', 'agent', `to ${who}`);
  // In one go, so that a name with braces in it is not replaced again.
  await sayAndLeave(
    ctx,
    introduction.replaceAll(/\{(who|reason)\}/g, (_, part) => (part === 'who' ? who : reason)),
  );
}
