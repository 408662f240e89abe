import { dbOf } from './level.ts';

/** The most that an analyser keeps: 0.7 s at 48 kHz. */
const KEPT = 32_768;
const WINDOW_S = 0.02;

/** What one level is of, ms. */
export const WINDOW_MS = WINDOW_S * 1000;

export type Ear = {
  /** How many windows can be looked back. */
  most: number;
  /** Listens to one more source; all are heard together. @returns stops listening to it */
  add(track: MediaStreamTrack): () => void;
  /** Of the last windows, the newest last, dB of full scale. */
  levels(windows: number): number[];
};

/** Something in the page that hears tracks and makes no sound of its own. */
export function createEar(context: AudioContext): Ear {
  const analyser = context.createAnalyser();
  analyser.fftSize = KEPT;
  const kept = new Float32Array(KEPT);
  const window = Math.round(context.sampleRate * WINDOW_S);
  return {
    most: Math.floor(KEPT / window),
    add: (track) => {
      const source = context.createMediaStreamSource(new MediaStream([track]));
      source.connect(analyser);
      return () => source.disconnect();
    },
    levels: (windows) => {
      analyser.getFloatTimeDomainData(kept);
      const from = KEPT - windows * window;
      return Array.from({ length: windows }, (_, index) =>
        dbOf(kept.subarray(from + index * window, from + (index + 1) * window)),
      );
    },
  };
}
