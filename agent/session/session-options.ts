import { inference, type voice } from '@livekit/agents';
import type { AgentDocument } from '../config/document.ts';
import type { VendorEndpoints } from './settings.ts';
import { createModel, createRecogniser, createVoice } from './vendors.ts';

/** Longer than a slow final transcript takes, and short enough for somebody who waits for an answer. */
const UNHEARD_AFTER_MS = 2_200;

type Options = NonNullable<ConstructorParameters<typeof voice.AgentSession>[0]>;

/** The SDK's options for a document. */
export function sessionOptions(document: AgentDocument, endpoints: VendorEndpoints): Options {
  return {
    stt: createRecogniser(document.recognisers, endpoints),
    llm: createModel(document.models, endpoints),
    tts: createVoice(document.voices, endpoints),
    // An echo is the room's to cancel; a warm-up would make the agent deaf to interruptions in its first seconds.
    aecWarmupDuration: null,
    userAwayTimeout: document.silence.afterMs / 1_000,
    // Voice without words is on record then: a recogniser that went deaf says nothing of it itself.
    transcriptionTimeout: UNHEARD_AFTER_MS,
    turnHandling: {
      turnDetection: detectionOf(document.turns.detection),
      endpointing: endpointingOf(document.turns),
      interruption: interruptionOf(document.interruption),
      preemptiveGeneration: { enabled: document.preemptiveGeneration },
    },
  };
}

/** Never left to the SDK, which takes the cloud's where it finds credentials. */
function detectionOf(detection: AgentDocument['turns']['detection']) {
  if (detection === 'vad') return detection;
  return new inference.TurnDetector({ version: detection === 'cloud' ? 'v1' : 'v1-mini' });
}

function endpointingOf({ endOfTurnMs, longestEndOfTurnMs }: AgentDocument['turns']) {
  return {
    mode: 'fixed' as const,
    ...(endOfTurnMs === undefined ? {} : { minDelay: endOfTurnMs }),
    ...(longestEndOfTurnMs === undefined ? {} : { maxDelay: longestEndOfTurnMs }),
  };
}

function interruptionOf({ enabled, mode, words, voiceMs, backOffMs, resume }: AgentDocument['interruption']) {
  return {
    enabled,
    mode,
    minDuration: voiceMs,
    ...(words === undefined ? {} : { minWords: words }),
    falseInterruptionTimeout: backOffMs,
    resumeFalseInterruption: resume,
  };
}
