import { voice } from '@livekit/agents';
import { describe, expect, it, vi } from 'vitest';
import { createEndCall } from '../../agent/session/tools/end-call.ts';
import { Loudspeaker, OpenMicrophone, QuickVoice, ToldRecogniser } from '../collector/voice-stubs.ts';
import { createList, textCall } from './text-call.ts';

async function ends(args: Record<string, unknown>) {
  const list = createList();
  const tool = createEndCall({ record: list.record, goodbye: 'Goodbye, and thank you for calling.' });
  const call = await textCall([tool] as never, [{ says: 'That is all.', tool: 'end_call', args }]);
  const handles: voice.SpeechHandle[] = [];
  call.session.on(voice.AgentSessionEventTypes.SpeechCreated, ({ source, speechHandle }) => {
    if (source === 'say') handles.push(speechHandle);
  });
  await call.say('That is all.');
  return { ...call, list, handles, close: await call.closed };
}

describe('end_call', () => {
  it('says goodbye, which nothing interrupts, states who ended the call and why, and closes', async () => {
    const { spoken, list, handles, close, outputs } = await ends({ reason: 'the caller has what he needs' });
    expect(spoken()).toEqual(['Goodbye, and thank you for calling.']);
    expect(handles.map(({ allowInterruptions }) => allowInterruptions)).toEqual([false]);
    expect(list.endings).toEqual([['agent_ended', 'agent', 'the caller has what he needs']]);
    expect(close.error).toBeNull();
    expect(outputs).toEqual([{ output: '', isError: false }]);
    expect(list.of('error.raised')).toEqual([]);
  });

  it("takes the model's last words, in the caller's language", async () => {
    const { spoken } = await ends({ reason: 'done', goodbye: 'Auf Wiederhören!' });
    expect(spoken()).toEqual(['Auf Wiederhören!']);
  });

  it('lets a caller hear all of it, whatever he says meanwhile', async () => {
    const list = createList();
    const speaker = new Loudspeaker('nothing');
    const played: voice.PlaybackFinishedEvent[] = [];
    speaker.on(voice.AudioOutput.EVENT_PLAYBACK_FINISHED, (event) => played.push(event));
    const toolCalls = [{ name: 'end_call', args: { reason: 'done' } }];
    const session = new voice.AgentSession({
      ...{
        stt: new ToldRecogniser(),
        tts: new QuickVoice(),
        vad: null,
        userAwayTimeout: null,
        aecWarmupDuration: null,
      },
      llm: new voice.testing.FakeLLM([{ input: 'bye', content: 'All right.', toolCalls }]),
      turnHandling: { turnDetection: 'manual' },
    });
    session.input.audio = new OpenMicrophone();
    session.output.audio = speaker;
    const closed = new Promise((resolve) => session.once(voice.AgentSessionEventTypes.Close, resolve));
    const tools = [createEndCall({ record: list.record, goodbye: 'Goodbye and thank you.' })];
    await session.start({ agent: new voice.Agent({ instructions: 'test', tools }) });
    session.generateReply({ userInput: 'bye' });
    await vi.waitFor(() => expect(played).toHaveLength(1), { timeout: 5_000 });
    await vi.waitFor(() => expect(speaker.playedMs).toBeGreaterThan(100), { timeout: 5_000, interval: 20 });
    expect(() => session.interrupt()).toThrow(/does not allow interruptions/);
    await closed;
    expect(played.map(({ interrupted, playbackPosition }) => [interrupted, Math.round(playbackPosition * 10)])).toEqual(
      [
        [false, 4],
        [false, 9],
      ],
    );
    expect(list.endings).toHaveLength(1);
  });
});
