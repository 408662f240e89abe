import { voice } from '@livekit/agents';
import { defaultSignals, type SignalDefinition } from '../../events/signals.ts';
import { messageOf } from '../../lib/errors.ts';
import type { Log } from '../../lib/log.ts';
import type { KnowledgeBase } from '../knowledge/knowledge.ts';
import { instructionsFor } from './prompt.ts';
import { createLateRecord, type CallRecord } from './record.ts';
import type { VoiceAgentSettings } from './settings.ts';
import { watchSilence } from './silence.ts';
import { createRecordSignal } from './tools/record-signal.ts';
import { createSearchKnowledge } from './tools/search-knowledge.ts';
import { createModel, createRecogniser, createVoice } from './vendors.ts';

/** Longer than a slow final transcript takes. */
const UNHEARD_AFTER_MS = 3_000;

type StartOptions = Omit<Parameters<voice.AgentSession['start']>[0], 'agent'>;

export type VoiceAgent = {
  session: voice.AgentSession;
  /** Where tools publish; attach the collector before `start`, or the first facts of the tools are lost. */
  recordTo(record: CallRecord): void;
  /** Starts the session and greets the caller. Set `session.input` and `session.output`, or pass a room, first. */
  start(options?: StartOptions): Promise<void>;
};

/**
 * A session and its agent, built from settings. `initializeLogger` of `@livekit/agents` must have been called (a LiveKit
 * worker does it). No vendor is reached before `start`, except that the model's connection is warmed.
 */
export function createVoiceAgent(options: {
  settings: VoiceAgentSettings;
  knowledge: KnowledgeBase;
  signals?: readonly SignalDefinition[];
  log: Log;
}): VoiceAgent {
  const { settings, knowledge, log, signals = defaultSignals } = options;
  const record = createLateRecord();
  const session = createSession(settings);
  // Without a listener the SDK gives up a turn at the first recoverable error of the model.
  session.on(voice.AgentSessionEventTypes.Error, ({ error }) => log.warn({ error: messageOf(error) }, 'session error'));
  watchSilence(session, settings.silence, record);
  const agent = new voice.Agent({
    instructions: instructionsFor({ company: settings.company, signals, instructions: settings.instructions }),
    tools: [createRecordSignal(signals, record), createSearchKnowledge(knowledge, record)],
  });
  return {
    session,
    recordTo: record.attach,
    start: async (startOptions = {}) => {
      await session.start({ agent, ...startOptions });
      session.say(settings.greeting);
    },
  };
}

function createSession(settings: VoiceAgentSettings): voice.AgentSession {
  return new voice.AgentSession({
    stt: createRecogniser(settings.recognisers),
    llm: createModel(settings.model),
    tts: createVoice(settings.voice),
    // An echo is the room's to cancel; a warm-up would make the agent deaf to interruptions in its first seconds.
    aecWarmupDuration: null,
    userAwayTimeout: settings.silence.afterMs / 1_000,
    // Voice without words is on record then: a recogniser that went deaf says nothing of it itself.
    transcriptionTimeout: UNHEARD_AFTER_MS,
    turnHandling: {
      turnDetection: 'vad',
      endpointing: { mode: 'fixed', minDelay: settings.endOfTurnMs },
      interruption: { mode: 'vad' },
    },
  });
}
