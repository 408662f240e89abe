import type { LocalAudioTrack } from 'livekit-client';
import { useEffect, useState } from 'react';
import { createEar } from '../measure/ear.ts';
import { NO_SOUND_DB } from '../measure/level.ts';

const EVERY_MS = 60;

/** How loud a track is now, dB of full scale. */
export function useLevel(track: LocalAudioTrack): number {
  const [db, setDb] = useState(NO_SOUND_DB);
  useEffect(() => {
    const context = new AudioContext();
    const ear = createEar(context);
    ear.add(track.mediaStreamTrack);
    const timer = setInterval(() => setDb(Math.round(ear.levels(1)[0] ?? NO_SOUND_DB)), EVERY_MS);
    return () => {
      clearInterval(timer);
      void context.close();
    };
  }, [track]);
  return db;
}
