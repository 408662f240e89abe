import { NativeSelect } from '@mantine/core';
import { useMediaDevices } from '@livekit/components-react';
import type { LocalAudioTrack } from 'livekit-client';
import { useEffect, useState } from 'react';
import { LevelMeter } from './level-meter.tsx';
import { useLevel } from './room/use-level.ts';
import css from './web-call.module.css';

/** Louder than this is somebody who speaks. */
const VOICE_DB = -45;

/** Which microphone, and that it hears. */
export function MicrophoneCheck({ track, choose }: { track: LocalAudioTrack; choose: (id: string) => Promise<void> }) {
  const devices = useMediaDevices({ kind: 'audioinput' });
  const db = useLevel(track);
  const [heard, setHeard] = useState<LocalAudioTrack>();
  useEffect(() => {
    if (db > VOICE_DB) setHeard(track);
  }, [db, track]);
  return (
    <div className={css.check}>
      <NativeSelect
        label="Microphone"
        value={track.mediaStreamTrack.getSettings().deviceId ?? ''}
        onChange={(event) => void choose(event.currentTarget.value)}
        data={devices.map(({ deviceId, label }) => ({ value: deviceId, label: label || 'Microphone' }))}
      />
      <LevelMeter db={db} label="Microphone level" />
      <p className={css.small} role="status">
        {heard === track ? (
          <span className={css.good}>You can be heard.</span>
        ) : (
          'Say something: the bar moves when you are heard.'
        )}
      </p>
    </div>
  );
}
