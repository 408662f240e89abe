import { initializeLogger, USERDATA_TIMED_TRANSCRIPT, voice } from '@livekit/agents';
import { AudioFrame } from '@livekit/rtc-node';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Loudspeaker } from '../callers/loudspeaker.ts';

const RATE = 22_050;

/** 100 ms of audio that carries the words that begin in it. */
function frame(...words: Array<[text: string, startMs: number, endMs: number]>): AudioFrame {
  const samples = RATE / 10;
  const made = new AudioFrame(new Int16Array(samples), RATE, 1, samples);
  made.userdata[USERDATA_TIMED_TRANSCRIPT] = words.map(([text, startMs, endMs]) =>
    voice.createTimedString({ text, startTime: startMs / 1_000, endTime: endMs / 1_000 }),
  );
  return made;
}

async function play(ear: Loudspeaker): Promise<void> {
  await ear.captureFrame(frame(['One ', 0, 100]));
  await ear.captureFrame(frame(['two ', 100, 200]));
  await ear.captureFrame(frame(['three ', 200, 300]));
  await ear.captureFrame(frame(['four', 300, 400]));
  ear.flush();
}

describe('a loudspeaker', () => {
  beforeAll(() => initializeLogger({ pretty: false, level: 'silent' }));

  it('plays in real time and says that all was heard', async () => {
    const ear = new Loudspeaker();
    const startedAt = performance.now();
    await play(ear);
    const finished = await ear.waitForPlayout();
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(390);
    expect(finished).toMatchObject({
      interrupted: false,
      synchronizedTranscript: 'One two three four',
      playbackPosition: expect.closeTo(0.4, 2),
    });
  });

  it('says what was heard when it is cut off', async () => {
    const ear = new Loudspeaker();
    await play(ear);
    await vi.waitFor(() => expect(ear.playedMs).toBeGreaterThan(155), { interval: 5 });
    ear.clearBuffer();
    const finished = await ear.waitForPlayout();
    expect(finished.interrupted).toBe(true);
    expect('One two three four'.startsWith(finished.synchronizedTranscript ?? '-')).toBe(true);
    expect(finished.synchronizedTranscript).toMatch(/^One two/);
    expect(finished.synchronizedTranscript).not.toContain('four');
  });

  it('stands still while it is paused, and goes on after', async () => {
    const ear = new Loudspeaker();
    await play(ear);
    await vi.waitFor(() => expect(ear.playedMs).toBeGreaterThan(100), { interval: 5 });
    ear.pause();
    const position = ear.playedMs;
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(ear.playedMs).toBe(position);
    ear.resume();
    expect((await ear.waitForPlayout()).interrupted).toBe(false);
  });

  it('has not begun when it was paused before the first frame', async () => {
    const ear = new Loudspeaker();
    const started = vi.fn<() => void>();
    ear.on(voice.AudioOutput.EVENT_PLAYBACK_STARTED, started);
    ear.pause();
    await play(ear);
    expect(started).not.toHaveBeenCalled();
    ear.resume();
    expect(started).toHaveBeenCalledOnce();
    ear.clearBuffer();
  });
});
