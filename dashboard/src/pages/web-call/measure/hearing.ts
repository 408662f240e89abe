import { createVoice } from './voice.ts';

/** How loud both were in the moment before `atMs`, in dB of full scale. */
export type Levels = { atMs: number; callerDb: number; agentDb: number };

/** The caller stopped speaking, and so much later heard the first sound of an answer. */
export type Heard = { heardMs: number; stoppedAtMs: number; startedAtMs: number };

/** Longer holes between two samples (a sleeping tab) make what was begun unknowable. */
const MOST_APART_MS = 250;
/** The agent's own pauses within a sentence are shorter. */
const AGENT_QUIET_MS = 300;
/** A click is shorter. */
const ONSET_MS = 60;
/** Sounds of the caller that are shorter and stand alone are a cough or a key. */
const RUN_MS = 80;
const RUN_APART_MS = 120;
/** Who said less said nothing that could be answered. */
const SPEECH_MS = 200;
/** Who waited longer waited for something else. */
const MOST_WAIT_MS = 60_000;

const never = Number.NEGATIVE_INFINITY;
const nothingSaid = () => ({ callerAt: never, runMs: 0, saidMs: 0, stoppedAt: never });

/**
 * What the caller waited for each answer, from levels that are told in order, about every 20 ms. Said while the agent is
 * heard does not count: it is an echo of the loudspeaker, or an "mhm". An answer that cuts the caller off has no wait.
 *
 * @returns the wait, once, as soon as its answer is surely one
 */
export function createHearing(): (levels: Levels) => Heard | undefined {
  const voices = { caller: createVoice(), agent: createVoice() };
  let before = never;
  let said = nothingSaid();
  let agent = { at: never, onset: never, soundedMs: 0, told: true };

  const hearCaller = (atMs: number, passed: number) => {
    said.runMs = atMs - said.callerAt > RUN_APART_MS ? passed : said.runMs + passed;
    said.callerAt = atMs;
    if (atMs - agent.at <= AGENT_QUIET_MS) return;
    said.saidMs += passed;
    if (said.runMs >= RUN_MS) said.stoppedAt = atMs;
  };
  const hearAgent = (atMs: number, passed: number): Heard | undefined => {
    if (atMs - agent.at > AGENT_QUIET_MS) agent = { at: atMs, onset: atMs, soundedMs: 0, told: false };
    agent.at = atMs;
    agent.soundedMs += passed;
    if (agent.told || agent.soundedMs < ONSET_MS) return undefined;
    agent.told = true;
    const { saidMs, stoppedAt, callerAt } = said;
    said = nothingSaid();
    const heardMs = agent.onset - stoppedAt;
    if (saidMs < SPEECH_MS || callerAt >= agent.onset || heardMs > MOST_WAIT_MS) return undefined;
    return { heardMs, stoppedAtMs: stoppedAt, startedAtMs: agent.onset };
  };

  return ({ atMs, callerDb, agentDb }) => {
    const passed = atMs - before;
    before = atMs;
    const sounds = { caller: voices.caller(callerDb), agent: voices.agent(agentDb) };
    if (passed > MOST_APART_MS) {
      said = nothingSaid();
      agent = { at: sounds.agent ? atMs : never, onset: never, soundedMs: 0, told: true };
      return undefined;
    }
    if (sounds.caller) hearCaller(atMs, passed);
    return sounds.agent ? hearAgent(atMs, passed) : undefined;
  };
}
