import type { voice } from '@livekit/agents';
import type { FactData, FactType } from '../../../events/catalogue.ts';
import type { Clock } from '../../../lib/clock.ts';

/** The session's events that the collector listens to. */
export type SessionEvents = {
  user_input_transcribed: voice.UserInputTranscribedEvent;
  user_transcription_timeout: voice.UserTranscriptionTimeoutEvent;
  agent_state_changed: voice.AgentStateChangedEvent;
  user_state_changed: voice.UserStateChangedEvent;
  conversation_item_added: voice.ConversationItemAddedEvent;
  function_tools_executed: voice.FunctionToolsExecutedEvent;
  metrics_collected: voice.MetricsCollectedEvent;
  session_usage_updated: voice.SessionUsageUpdatedEvent;
  speech_created: voice.SpeechCreatedEvent;
  agent_false_interruption: voice.AgentFalseInterruptionEvent;
  overlapping_speech: OverlappingSpeechEvent;
  eot_prediction: voice.EotPredictionEvent;
  error: voice.ErrorEvent;
  close: voice.CloseEvent;
};

/** Not exported by the SDK. Only with adaptive interruption. */
type OverlappingSpeechEvent = { isInterruption: boolean; detectedAt: number; probability: number };

/** Anything that events can be listened to. */
export type Emitter = {
  on(event: string, listener: (event: never) => void): unknown;
  off(event: string, listener: (event: never) => void): unknown;
};

/** What the collector needs of a session; every `AgentSession` fits, whatever its user data. */
export type Session = Emitter &
  Pick<voice.AgentSession, 'input' | 'output' | 'usage' | 'stt' | 'llm' | 'tts' | 'currentAgent'> &
  Partial<Pick<voice.AgentSession, 'agentState' | 'userState'>>;

/** What a watcher of the session works with. */
export type Watch = {
  session: Session;
  clock: Clock;
  publish<Type extends FactType>(type: Type, data: FactData<Type>, at?: number): void;
  /** Listens to the session. A listener that throws is reported once and never reaches the session. */
  on<Name extends keyof SessionEvents>(name: Name, listener: (event: SessionEvents[Name]) => void): void;
  /** The same for other emitters and callbacks. */
  guard<Args extends unknown[]>(name: string, callback: (...args: Args) => void): (...args: Args) => void;
  /** Runs when the collector lets go of the session. */
  onDetach(undo: () => void): void;
  /** The session is being torn down: the line is dead. */
  closing(): boolean;
  /** So it is, or whoever ends the call has said that he does. */
  ending(): boolean;
  degraded(what: FactData<'producer.degraded'>['what'], detail: string): void;
};
