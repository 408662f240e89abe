import { voice } from '@livekit/agents';
import { messageOf } from '../../lib/errors.ts';
import type { Log } from '../../lib/log.ts';
import type { AgentDocument } from '../config/document.ts';
import { stateConsent } from './consent.ts';
import { watchSpeeches } from './speeches.ts';
import { mendDeafness } from './deaf.ts';
import { watchLength } from './limits.ts';
import type { Ports } from './ports.ts';
import { instructionsFor } from './prompt.ts';
import { createLateRecord, type CallRecord } from './record.ts';
import { sessionOptions } from './session-options.ts';
import type { VendorEndpoints } from './settings.ts';
import { watchSilence } from './silence.ts';
import { TalkingAgent } from './talking-agent.ts';
import { toolsOf } from './tools-of.ts';

type StartOptions = Omit<Parameters<voice.AgentSession['start']>[0], 'agent'>;

export type VoiceAgent = {
  session: voice.AgentSession;
  /** Where tools publish; attach the collector before `start`, or the first facts of the tools are lost. */
  recordTo(record: CallRecord): void;
  /** Starts the session and greets the caller. Set `session.input` and `session.output`, or pass a room, first. */
  start(options?: StartOptions): Promise<void>;
  /** Closes the session at once. What was heard of an answer that this cuts short is on record. */
  close(): Promise<void>;
};

/** A tool whose port is missing is off. */
export type VoiceAgentOptions = Ports & {
  /** The call keeps it to its end, whatever is published meanwhile. */
  document: AgentDocument;
  endpoints: VendorEndpoints;
  /** Name of the room, into which a human can be called. */
  room?: string | undefined;
  log: Log;
};

/**
 * A session and its agent, built from a document. `initializeLogger` of `@livekit/agents` must have been called (a LiveKit
 * worker does it). No vendor is reached before `start`, except that the model's connection is warmed.
 *
 * @throws EarshotError `vendor_key_missing` when the document names a vendor that has no endpoint
 */
export function createVoiceAgent(options: VoiceAgentOptions): VoiceAgent {
  const { document, endpoints, log } = options;
  const record = createLateRecord();
  const session = new voice.AgentSession(sessionOptions(document, endpoints));
  // Without a listener the SDK gives up a turn at the first recoverable error of the model.
  session.on(voice.AgentSessionEventTypes.Error, ({ error }) => log.warn({ error: messageOf(error) }, 'session error'));
  mendDeafness(session, document.unheard);
  watchSilence(session, document.silence, record);
  const length = watchLength(session, document, record);
  const speeches = watchSpeeches(session);
  const agent = new TalkingAgent(
    {
      instructions: instructionsFor(document),
      tools: toolsOf(document, options, record),
    },
    speeches,
  );
  return {
    session,
    recordTo: record.attach,
    start: async (startOptions = {}) => {
      await session.start({ agent, ...startOptions });
      length.begin();
      // The session may close before it was said.
      if (document.consent) void stateConsent(session, document.consent, record).catch(() => undefined);
      session.say(document.greeting);
    },
    close: async () => {
      await speeches.cutShort();
      session.shutdown({ drain: false });
    },
  };
}
