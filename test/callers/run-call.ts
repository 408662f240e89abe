import { fileURLToPath } from 'node:url';
import { voice } from '@livekit/agents';
import { openMarkdownKnowledge } from '../../agent/knowledge/markdown.ts';
import type { CallRecord } from '../../agent/session/record.ts';
import { createVoiceAgent } from '../../agent/session/voice-agent.ts';
import { EarshotError } from '../../lib/errors.ts';
import type { Log } from '../../lib/log.ts';
import { LONGEST_CALL_MS, type Scenario } from '../scenarios/schema.ts';
import type { CallScript } from '../vendors/script.ts';
import { agentOf, type VendorKeys } from './endpoints.ts';
import { Loudspeaker } from './loudspeaker.ts';
import { Microphone } from './microphone.ts';
import { followCall, type CallOutcome } from './outcome.ts';
import { playPerson } from './person.ts';
import type { Tell } from './progress.ts';
import { sessionLine } from './session-line.ts';
import { createVendorsClient } from './vendors-client.ts';

const KNOWLEDGE = fileURLToPath(new URL('../../agent/knowledge/sample/', import.meta.url));

export type CallContext = {
  session: voice.AgentSession;
  ear: Loudspeaker;
  scenario: Scenario;
  call: string;
  emulated: string[];
};

export type RunCallOptions = {
  scenario: Scenario;
  /** Unique among the calls that share the emulated vendors. */
  call: string;
  /** Base URL of the emulated vendors. */
  vendorsUrl: string;
  keys?: VendorKeys;
  tell?: Tell;
  log: Log;
  /** Attaches a collector before the call starts; what the tools publish goes to the record that it returns. */
  attach?(context: CallContext): Promise<CallRecord | undefined> | CallRecord | undefined;
};

/**
 * One call from the first ring to the end: a real session with the true vendor plugins, and a person who listens and
 * speaks in real time. `initializeLogger` of `@livekit/agents` must have been called.
 *
 * @throws EarshotError `call_too_long` when it is not over after `LONGEST_CALL_MS`
 */
export async function runCall(options: RunCallOptions): Promise<CallOutcome> {
  const { scenario, call, tell = () => undefined } = options;
  const vendors = createVendorsClient(options.vendorsUrl);
  await vendors.open(call, scriptOf(scenario));
  const speeches = await Promise.all(scenario.conversation.map((line) => vendors.speech(line.caller, scenario.voice)));
  const { voiceAgent, mouth, ear, emulated } = await setUp(options);
  const { session } = voiceAgent;
  const collector = await options.attach?.({ session, ear, scenario, call, emulated });
  const { outcome, record } = followCall({ session, mouth, ear, tell }, collector);
  voiceAgent.recordTo(record);

  const over = new AbortController();
  const closed = new Promise<void>((resolve) => session.once(voice.AgentSessionEventTypes.Close, () => resolve()));
  void closed.then(() => over.abort());
  let tooLong = false;
  const deadline = setTimeout(() => {
    tooLong = true;
    session.shutdown({ drain: false, reason: 'call_too_long' });
  }, LONGEST_CALL_MS);

  mouth.open();
  await voiceAgent.start();
  tell({ phase: 'started' });
  const person = playPerson({
    ...{ scenario, speeches, line: sessionLine({ session, mouth, ear }), signal: over.signal },
    announce: (what) => vendors.announce(call, what),
    onSpeaking: (text) => tell({ phase: 'speaking', who: 'caller', text }),
  });
  await Promise.all([closed, person]);
  clearTimeout(deadline);
  await mouth.close();
  await vendors.close(call);
  if (tooLong) throw callTooLong(scenario);
  return outcome;
}

async function setUp({ vendorsUrl, call, keys = {}, log }: RunCallOptions) {
  const { document, endpoints, emulated } = agentOf({ url: vendorsUrl, call, keys });
  const voiceAgent = createVoiceAgent({
    ...{ document, endpoints, log },
    knowledge: await openMarkdownKnowledge(KNOWLEDGE),
  });
  const mouth = new Microphone();
  const ear = new Loudspeaker();
  voiceAgent.session.input.audio = mouth;
  voiceAgent.session.output.audio = ear;
  return { voiceAgent, mouth, ear, emulated };
}

/** The part of a scenario that the emulated vendors play. */
export function scriptOf(scenario: Scenario): CallScript {
  return {
    agentVoice: scenario.agentVoice,
    otherwise: scenario.otherwise,
    faults: scenario.faults,
    reactions: scenario.conversation.map(({ caller, agent }) => ({
      to: caller,
      tools: [
        ...agent.records.map((args) => ({ name: 'record_signal', args })),
        ...agent.searches.map((args) => ({ name: 'search_knowledge', args })),
      ],
      reply: agent.says,
    })),
  };
}

function callTooLong(scenario: Scenario): EarshotError {
  return new EarshotError({
    code: 'call_too_long',
    field: scenario.name,
    message: `the call was not over after ${LONGEST_CALL_MS / 1_000} s`,
    fix: 'shorten the scenario, or see whether the agent answers at all: LOG_LEVEL=debug',
  });
}
