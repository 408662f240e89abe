import { pause } from '../../lib/retry.ts';
import type { Line as ScenarioLine, Scenario } from '../scenarios/schema.ts';
import type { Announcement } from '../vendors/script.ts';
import { resample } from '../vendors/speech.ts';
import type { Line } from './line.ts';
import { MICROPHONE_RATE } from './microphone.ts';
import type { CallerSpeech } from './vendors-client.ts';

/** How long a caller waits for an answer before he goes on regardless. */
const PATIENCE_MS = 12_000;
/** How often he notices how far the agent has come. */
const NOTICE_MS = 10;

export type PersonOptions = {
  scenario: Scenario;
  /** Each line's audio, made before the call. */
  speeches: CallerSpeech[];
  line: Line;
  announce(what: Announcement): Promise<void>;
  onSpeaking(text: string): void;
  /** Aborted when the call is over. */
  signal: AbortSignal;
};

/** Plays the caller: listens to what comes out of the line, and speaks or hangs up as the scenario says. */
export async function playPerson(options: PersonOptions): Promise<void> {
  const { scenario, speeches, line, signal } = options;
  for (const [index, said] of scenario.conversation.entries()) {
    const speech = speeches[index];
    if (!speech) throw new Error(`no audio for line ${index}`);
    await until(line, said.intoAgentMs, signal);
    if (said.intoAgentMs === undefined) await pause(said.pauseMs, signal);
    if (signal.aborted) return;
    await speakLine(options, said, speech);
    if (said.hangsUpAfterMs !== undefined) return line.hangUp();
    line.asked();
  }
  if (scenario.ends.by === 'agent') return;
  await until(line, scenario.ends.intoAgentMs, signal);
  if (scenario.ends.intoAgentMs === undefined) await pause(500, signal);
  if (!signal.aborted) line.hangUp();
}

async function speakLine(
  { announce, line, onSpeaking }: PersonOptions,
  said: ScenarioLine,
  speech: CallerSpeech,
): Promise<void> {
  const pcm = resample(speech.pcm, speech.sampleRate, MICROPHONE_RATE);
  const end = said.hangsUpAfterMs === undefined ? pcm.length : (said.hangsUpAfterMs * MICROPHONE_RATE) / 1_000;
  await announce(speech);
  onSpeaking(said.caller);
  await line.speak(pcm.subarray(0, end));
}

/** Until the agent has finished, or has spoken for so long; gives up after `PATIENCE_MS`. */
async function until(line: Line, intoAgentMs: number | undefined, signal: AbortSignal): Promise<void> {
  const giveUp = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  if (intoAgentMs === undefined) return condition(line, line.answered, giveUp);
  await condition(line, line.answering, giveUp);
  while (!giveUp.aborted && line.answering() && line.heardMs() < intoAgentMs)
    await pause(Math.max(NOTICE_MS, intoAgentMs - line.heardMs()), giveUp);
}

function condition(line: Line, holds: () => boolean, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (!signal.aborted && !holds()) return;
      stop();
      signal.removeEventListener('abort', check);
      resolve();
    };
    const stop = line.onChange(check);
    signal.addEventListener('abort', check);
    check();
  });
}
