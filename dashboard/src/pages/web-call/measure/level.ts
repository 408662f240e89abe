/** Full scale is 0; what has no sound at all is this. */
export const NO_SOUND_DB = -100;

/** About 20 ms at 48 kHz. */
const WINDOW = 1024;

/** How loud a piece of sound is, dB of full scale. @param samples from -1 to 1 */
export function dbOf(samples: Float32Array): number {
  let energy = 0;
  for (const sample of samples) energy += sample * sample;
  const rms = Math.sqrt(energy / Math.max(samples.length, 1));
  return rms === 0 ? NO_SOUND_DB : Math.max(NO_SOUND_DB, 20 * Math.log10(rms));
}

export type Ear = {
  /** Listens to one more source; all are heard together. @returns stops listening to it */
  add(track: MediaStreamTrack): () => void;
  /** Of the last 20 ms. */
  levelDb(): number;
};

/** Something in the page that hears tracks and makes no sound of its own. */
export function createEar(context: AudioContext): Ear {
  const analyser = context.createAnalyser();
  analyser.fftSize = WINDOW;
  const samples = new Float32Array(WINDOW);
  return {
    add: (track) => {
      const source = context.createMediaStreamSource(new MediaStream([track]));
      source.connect(analyser);
      return () => source.disconnect();
    },
    levelDb: () => {
      analyser.getFloatTimeDomainData(samples);
      return dbOf(samples);
    },
  };
}
