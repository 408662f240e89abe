/** Full scale is 0; what has no sound at all is this. */
export const NO_SOUND_DB = -100;

/** How loud a piece of sound is, dB of full scale. @param samples from -1 to 1 */
export function dbOf(samples: Float32Array): number {
  let energy = 0;
  for (const sample of samples) energy += sample * sample;
  const rms = Math.sqrt(energy / Math.max(samples.length, 1));
  return rms === 0 ? NO_SOUND_DB : Math.max(NO_SOUND_DB, 20 * Math.log10(rms));
}
