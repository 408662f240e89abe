import { voice } from '@livekit/agents';
import { expect, test, vi } from 'vitest';
import { attachCollector } from '../../agent/collector/index.ts';
import type { Fact } from '../../events/catalogue.ts';
import { balance, only, options, startBroker, storedFacts, tempDir } from './helpers.ts';
import { Loudspeaker, OpenMicrophone, QuickVoice, ToldRecogniser } from './voice-stubs.ts';

const ANSWER = 'We have three plans, and the largest of them is made for teams like yours.';

type Call = { session: voice.AgentSession; ears: ToldRecogniser; speaker: Loudspeaker; end(): Promise<Fact[]> };

/** A call in which the agent has begun to answer. `end`: the caller hangs up. */
async function answeredCall(says: 'what was heard' | 'nothing'): Promise<Call> {
  const broker = await startBroker();
  const ears = new ToldRecogniser();
  const speaker = new Loudspeaker(says);
  speaker.text = ANSWER;
  const session = new voice.AgentSession({
    stt: ears,
    tts: new QuickVoice(),
    llm: new voice.testing.FakeLLM([{ input: 'which plans', content: ANSWER }]),
    vad: null,
    turnHandling: { turnDetection: 'manual' },
    userAwayTimeout: null,
    aecWarmupDuration: null,
  });
  session.input.audio = new OpenMicrophone();
  session.output.audio = speaker;
  const collector = attachCollector(session, options(broker, tempDir()));
  await session.start({ agent: new voice.Agent({ instructions: 'test' }) });
  session.generateReply({ userInput: 'which plans' });
  await vi.waitFor(() => expect(speaker.playedMs).toBeGreaterThan(300), { interval: 20 });
  const end = async () => {
    const closed = new Promise((resolve) => session.once(voice.AgentSessionEventTypes.Close, resolve));
    session.shutdown({ reason: voice.CloseReason.PARTICIPANT_DISCONNECTED, drain: false });
    await closed;
    await collector.close();
    const facts = await storedFacts(broker.nc);
    balance(facts);
    return facts;
  };
  return { session, ears, speaker, end };
}

test('who hangs up in the middle of an answer leaves the words that he heard', async () => {
  const facts = await (await answeredCall('what was heard')).end();
  const answer = only(facts, 'item.committed').find(({ role }) => role === 'assistant');
  const [started] = only(facts, 'playout.started');
  const [finished] = only(facts, 'playout.finished');
  expect(started?.speechId).toBeDefined();
  expect(finished).toMatchObject({ interrupted: true, speechId: started?.speechId });
  expect(finished?.playedMs).toBeGreaterThan(300);
  expect(finished?.playedMs).toBeLessThan(ANSWER.length * 40);
  expect(ANSWER.startsWith(finished?.heardText ?? '-')).toBe(true);
  expect(answer).toMatchObject({
    interrupted: true,
    cutOff: 'heard',
    text: finished?.heardText,
    speechId: started?.speechId,
  });
  expect(only(facts, 'call.ended')[0]).toMatchObject({ reason: 'caller_hung_up', by: 'caller' });
});

test('an output that does not know what was heard leaves the answer marked so', async () => {
  const facts = await (await answeredCall('nothing')).end();
  const answer = only(facts, 'item.committed').find(({ role }) => role === 'assistant');
  expect(answer).toMatchObject({ interrupted: true, cutOff: 'unknown' });
});

test('who is interrupted by the end of the call leaves his last words', async () => {
  const call = await answeredCall('what was heard');
  const heard = new Promise((resolve) => call.session.once(voice.AgentSessionEventTypes.UserInputTranscribed, resolve));
  call.ears.interim('no wait I meant fif');
  await heard;
  const facts = await call.end();
  expect(only(facts, 'caller.transcribed')).toContainEqual({
    text: 'no wait I meant fif',
    isFinal: true,
    cutOff: true,
    language: null,
  });
  const last = only(facts, 'item.committed').find(({ text }) => text === 'no wait I meant fif');
  expect(last).toMatchObject({ role: 'user', cutOff: 'unknown' });
});
