import type { EventEmitter } from 'node:events';
import { voice } from '@livekit/agents';
import { pause } from '../../lib/retry.ts';
import type { Line, Scenario } from '../scenarios/schema.ts';
import type { Announcement } from '../vendors/script.ts';
import { resample } from '../vendors/speech.ts';
import type { Loudspeaker } from './loudspeaker.ts';
import { MICROPHONE_RATE, type Microphone } from './microphone.ts';
import type { CallerSpeech } from './vendors-client.ts';

/** How long a caller waits for an answer before he goes on regardless. */
const PATIENCE_MS = 12_000;

export type PersonOptions = {
  scenario: Scenario;
  /** Each line's audio, made before the call. */
  speeches: CallerSpeech[];
  session: voice.AgentSession;
  mouth: Microphone;
  ear: Loudspeaker;
  announce(what: Announcement): Promise<void>;
  onSpeaking(text: string): void;
  /** Ends the call from the caller's side. */
  hangUp(): void;
  /** Aborted when the call is over. */
  signal: AbortSignal;
};

/** Plays the caller: listens to what comes out of the loudspeaker, and speaks or hangs up as the scenario says. */
export async function playPerson(options: PersonOptions): Promise<void> {
  const { scenario, speeches, signal } = options;
  const listener = createListener(options);
  for (const [index, line] of scenario.conversation.entries()) {
    const speech = speeches[index];
    if (!speech) throw new Error(`no audio for line ${index}`);
    await listener.until(line.intoAgentMs);
    if (line.intoAgentMs === undefined) await pause(line.pauseMs, signal);
    if (signal.aborted) return;
    await speakLine(options, line, speech);
    if (line.hangsUpAfterMs !== undefined) return options.hangUp();
    listener.asked();
  }
  if (scenario.ends.by === 'agent') return;
  await listener.until(scenario.ends.intoAgentMs);
  if (scenario.ends.intoAgentMs === undefined) await pause(500, signal);
  if (!signal.aborted) options.hangUp();
}

async function speakLine(
  { announce, mouth, onSpeaking }: PersonOptions,
  line: Line,
  speech: CallerSpeech,
): Promise<void> {
  const pcm = resample(speech.pcm, speech.sampleRate, MICROPHONE_RATE);
  const until = line.hangsUpAfterMs === undefined ? pcm.length : (line.hangsUpAfterMs * MICROPHONE_RATE) / 1_000;
  await announce(speech);
  onSpeaking(line.caller);
  await mouth.speak(pcm.subarray(0, until));
}

/** Knows whether the agent has answered what was last asked, from the loudspeaker and the session's state alone. */
function createListener({ session, ear, signal }: PersonOptions) {
  let answering = false;
  let answered = false;
  ear.on(voice.AudioOutput.EVENT_PLAYBACK_STARTED, () => void (answering = true));
  ear.on(voice.AudioOutput.EVENT_PLAYBACK_FINISHED, ({ interrupted }: voice.PlaybackFinishedEvent) => {
    answering = false;
    if (!interrupted) answered = true;
  });
  const sources: Array<[EventEmitter, string]> = [
    [ear, voice.AudioOutput.EVENT_PLAYBACK_STARTED],
    [ear, voice.AudioOutput.EVENT_PLAYBACK_FINISHED],
    [session, voice.AgentSessionEventTypes.AgentStateChanged],
  ];

  return {
    /** From now on only what the agent says next is an answer. */
    asked: () => void (answered = answering = false),
    /** Until the agent has finished, or has spoken for so long; gives up after `PATIENCE_MS`. */
    until: async (intoAgentMs: number | undefined): Promise<void> => {
      const giveUp = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
      if (intoAgentMs === undefined) {
        await condition(sources, () => answered && session.agentState === 'listening', giveUp);
      } else {
        await condition(sources, () => answering, giveUp);
        while (!giveUp.aborted && answering && ear.playedMs < intoAgentMs)
          await pause(Math.max(10, intoAgentMs - ear.playedMs), giveUp);
      }
    },
  };
}

function condition(
  sources: ReadonlyArray<[EventEmitter, string]>,
  holds: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (!signal.aborted && !holds()) return;
      for (const [source, event] of sources) source.off(event, later);
      signal.removeEventListener('abort', check);
      resolve();
    };
    // The session changes its state in the listeners that run after this one.
    const later = () => setImmediate(check);
    for (const [source, event] of sources) source.on(event, later);
    signal.addEventListener('abort', check);
    check();
  });
}
