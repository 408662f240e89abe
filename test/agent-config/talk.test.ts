import { initializeLogger, voice } from '@livekit/agents';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { parseAgentDocument } from '../../agent/config/read.ts';
import { createVoiceAgent } from '../../agent/session/voice-agent.ts';
import { createLog } from '../../lib/log.ts';
import { agentOf } from '../callers/endpoints.ts';
import { createVendorsClient } from '../callers/vendors-client.ts';
import { Loudspeaker, OpenMicrophone } from '../collector/voice-stubs.ts';
import { callScript } from '../vendors/script.ts';
import { startVendorServer, type Vendors } from '../vendors/server.ts';
import { document } from './documents.ts';

const NO = 'No, I do not want to be recorded.';

let vendors: Vendors;
let calls = 0;

beforeAll(async () => {
  initializeLogger({ pretty: false, level: 'silent' });
  vendors = await startVendorServer();
});
afterAll(() => vendors.close());

/** A call in which the caller says nothing, and what came of it. */
async function startCall(more: string) {
  const call = `talk-${++calls}`;
  const reactions = [{ to: NO, tools: [{ name: 'record_consent', args: { given: false } }], reply: 'As you wish.' }];
  const script = { agentVoice: {}, reactions, otherwise: 'Sorry?', faults: {} };
  await createVendorsClient(vendors.url).open(call, callScript.parse(script));
  const agent = createVoiceAgent({
    document: parseAgentDocument(document(`turns: { detection: vad }\n${more}`)),
    endpoints: agentOf({ url: vendors.url, call, keys: {} }).endpoints,
    log: createLog('test', { level: 'silent' }),
  });
  const { session } = agent;
  session.input.audio = new OpenMicrophone();
  session.output.audio = new Loudspeaker('nothing');
  const said: string[] = [];
  const facts: unknown[] = [];
  session.on(voice.AgentSessionEventTypes.ConversationItemAdded, ({ item }) => {
    if (item.type === 'message') said.push(item.textContent ?? '');
  });
  agent.recordTo({
    publish: (type, data) => facts.push({ type, ...data }),
    markEnding: (reason, by, detail) => facts.push({ reason, by, detail }),
  });
  const closed = new Promise((resolve) => session.once(voice.AgentSessionEventTypes.Close, resolve));
  await agent.start();
  return { said, facts, closed, session };
}

test('a call states the consent before it greets, warns, and ends at its longest with a goodbye', async () => {
  const lines = [
    'consent: { statement: This call is recorded. }',
    'limits: { maxCallMinutes: 0.1, warning: Soon over. }',
  ];
  const startedAt = performance.now();
  const { said, facts, closed } = await startCall(lines.join('\n'));
  await closed;
  expect(performance.now() - startedAt).toBeGreaterThan(6_000);
  expect(said).toEqual(['This call is recorded.', 'Hello.', 'Soon over.', 'Thank you for calling. Goodbye.']);
  expect(facts).toEqual([
    { type: 'consent.stated', what: 'This call is recorded.', given: true },
    { reason: 'agent_ended', by: 'agent', detail: 'the call reached 0.1 minutes' },
  ]);
});

test('a consent that must be given is on record when the caller has answered, and a no ends the call', async () => {
  const { said, facts, closed, session } = await startCall('consent: { statement: It is recorded., required: true }');
  await vi.waitFor(() => expect(said).toEqual(['It is recorded.', 'Hello.']), { timeout: 10_000 });
  expect(facts).toEqual([]);
  session.generateReply({ userInput: NO });
  await closed;
  expect(said.slice(2)).toEqual([NO, 'Thank you for calling. Goodbye.']);
  expect(facts).toEqual([
    { type: 'consent.stated', what: 'It is recorded.', given: false },
    { reason: 'agent_ended', by: 'agent', detail: 'no consent' },
  ]);
});
