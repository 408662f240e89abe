import { llm, type voice } from '@livekit/agents';
import { z } from 'zod';
import type { AgentDocument } from '../config/document.ts';
import { endCall } from './ending.ts';
import type { CallRecord } from './record.ts';

const RECORD_CONSENT = 'record_consent';

type Consent = NonNullable<AgentDocument['consent']>;

/** States it. Where no answer is required, a caller who heard it to its end and stays has given his consent. */
export async function stateConsent(session: voice.AgentSession, consent: Consent, record: CallRecord): Promise<void> {
  const speech = session.say(consent.statement, { allowInterruptions: false });
  await speech.waitForPlayout();
  if (consent.required || speech.interrupted) return;
  record.publish('consent.stated', { what: consent.statement.slice(0, MOST_CHARACTERS), given: true });
}

/** The tool by which the conversation model says what the caller answered; a no ends the call. */
export function createRecordConsent({ consent, goodbye }: { consent: Consent; goodbye: string }, record: CallRecord) {
  return llm.tool({
    name: RECORD_CONSENT,
    description: 'Writes down whether the caller agrees to what he was told about the recording.',
    parameters: z.object({ given: z.boolean().describe('whether he agrees') }),
    execute: async ({ given }, { ctx }) => {
      record.publish('consent.stated', { what: consent.statement.slice(0, MOST_CHARACTERS), given });
      if (given) return { recorded: true };
      // Not awaited: a speech cannot be played out while its own tool runs.
      void endCall(ctx.session, record, { goodbye, detail: 'no consent' }).catch(() => undefined);
    },
  });
}

/** As long as a label of an event may be. */
const MOST_CHARACTERS = 500;
