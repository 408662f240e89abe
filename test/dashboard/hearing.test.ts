import { describe, expect, it } from 'vitest';
import { createHearing, type Heard, type Levels } from '../../dashboard/src/pages/web-call/measure/hearing.ts';
import { dbOf, NO_SOUND_DB } from '../../dashboard/src/pages/web-call/measure/level.ts';
import { medianOf } from '../../dashboard/src/pages/web-call/measure/median.ts';

const TICK_MS = 20;
const START = 1_750_000_000_000;

/** From when to when somebody sounds, ms after the start, and how loud. */
type Sound = { by: 'caller' | 'agent'; from: number; to: number; db?: number };
type Options = { roomDb?: number; asleep?: [number, number] };

/** What is measured of sounds, in ms after the start. */
function heardOf(sounds: Sound[], lengthMs: number, { roomDb = -70, asleep = [-1, -1] }: Options = {}): Heard[] {
  const hear = createHearing();
  const heard: Heard[] = [];
  const levelOf = (by: Sound['by'], at: number, quietDb: number) => {
    const sound = sounds.find((one) => one.by === by && at > one.from && at <= one.to);
    return sound ? (sound.db ?? -22) : quietDb;
  };
  for (let at = 0; at <= lengthMs; at += TICK_MS) {
    if (at > asleep[0] && at < asleep[1]) continue;
    const levels: Levels = {
      atMs: START + at,
      callerDb: levelOf('caller', at, roomDb),
      agentDb: levelOf('agent', at, NO_SOUND_DB),
    };
    const one = hear(levels);
    if (one) heard.push({ ...one, stoppedAtMs: one.stoppedAtMs - START, startedAtMs: one.startedAtMs - START });
  }
  return heard;
}

const caller = (from: number, to: number, db?: number): Sound => ({ by: 'caller', from, to, ...(db && { db }) });
const agent = (from: number, to: number): Sound => ({ by: 'agent', from, to });

describe('what the caller waits for, at his ear', () => {
  it('is from the end of his words to the first sound of the answer, to a sample', () => {
    const sounds = [
      agent(500, 2000),
      caller(3000, 5000),
      agent(6000, 8000),
      caller(9000, 10_000),
      agent(10_700, 12_000),
    ];
    expect(heardOf(sounds, 13_000)).toEqual([
      { heardMs: 1020, stoppedAtMs: 5000, startedAtMs: 6020 },
      { heardMs: 720, stoppedAtMs: 10_000, startedAtMs: 10_720 },
    ]);
  });

  it('begins at his last word when he stops to think', () => {
    expect(heardOf([caller(1000, 2000), caller(3500, 4500), agent(5300, 7000)], 8000)).toEqual([
      { heardMs: 820, stoppedAtMs: 4500, startedAtMs: 5320 },
    ]);
  });

  it('is measured once for an answer, whatever pauses the agent makes in it', () => {
    const sounds = [caller(1000, 2000), agent(3000, 4000), agent(4500, 5000), agent(7000, 8000)];
    expect(heardOf(sounds, 9000)).toHaveLength(1);
  });

  it.each<[string, Sound[]]>([
    ['a greeting', [agent(1000, 3000)]],
    ['a cough', [caller(1000, 1060), agent(2000, 3000)]],
    ['an "mhm" into the answer', [agent(1000, 4000), caller(2000, 2400), agent(4600, 6000)]],
    ['the echo of the loudspeaker', [agent(1000, 3000), caller(1060, 3100), agent(4500, 6000)]],
    ['an agent who cuts him off', [caller(1000, 4000), agent(2500, 5000)]],
    ['a click before nothing', [caller(1000, 2000), agent(2500, 2520)]],
  ])('is not measured of %s', (_name, sounds) => expect(heardOf(sounds, 7000)).toEqual([]));

  it('is measured of an interruption, once the agent has stopped', () => {
    const sounds = [agent(1000, 3000), caller(2600, 5000), agent(6000, 7000)];
    expect(heardOf(sounds, 8000)).toEqual([{ heardMs: 1020, stoppedAtMs: 5000, startedAtMs: 6020 }]);
  });

  it('is not moved by a key that is struck while he waits', () => {
    expect(heardOf([caller(1000, 3000), caller(3600, 3640), agent(4000, 5000)], 6000)[0]?.heardMs).toBe(1020);
  });

  it('tells his voice from a loud room', () => {
    const sounds = [caller(4000, 6000, -20), agent(7000, 8000)];
    expect(heardOf(sounds, 9000, { roomDb: -48 })).toEqual([{ heardMs: 1020, stoppedAtMs: 6000, startedAtMs: 7020 }]);
    expect(heardOf([agent(7000, 8000)], 9000, { roomDb: -48 })).toEqual([]);
  });

  it('is not known when the page slept meanwhile', () => {
    const sounds = [caller(1000, 3000), agent(4000, 5000)];
    expect(heardOf(sounds, 6000, { asleep: [3200, 3900] })).toEqual([]);
    expect(heardOf([...sounds, caller(6000, 7000), agent(8000, 9000)], 10_000, { asleep: [3200, 3900] })).toHaveLength(
      1,
    );
  });

  it('is nothing that took longer than a minute', () => {
    expect(heardOf([caller(1000, 3000), agent(63_100, 64_000)], 65_000)).toEqual([]);
    expect(heardOf([caller(1000, 3000), agent(62_900, 64_000)], 65_000)).toHaveLength(1);
  });
});

describe('levels', () => {
  it('are dB of full scale', () => {
    expect(dbOf(new Float32Array(8).fill(1))).toBe(0);
    expect(dbOf(new Float32Array(8).fill(-0.1))).toBeCloseTo(-20);
    expect(dbOf(new Float32Array(8))).toBe(NO_SOUND_DB);
  });

  it('have a median, but not of nothing', () => {
    expect([medianOf([]), medianOf([5]), medianOf([9, 1, 2]), medianOf([4, 1, 2, 9])]).toEqual([null, 5, 2, 3]);
  });
});
