import { RoomAudioRenderer, RoomContext } from '@livekit/components-react';
import { Button, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconMicrophone, IconMicrophoneOff, IconPhoneOff } from '@tabler/icons-react';
import type { LocalAudioTrack, Room } from 'livekit-client';
import { useEffect, useRef, useState } from 'react';
import { Panel } from '../../parts/panel.tsx';
import { Agent } from './agent.tsx';
import { ConfirmHangUp, useStay } from './hang-up.tsx';
import { LevelMeter } from './level-meter.tsx';
import { Measures } from './measures.tsx';
import type { CallView } from './room/use-call.ts';
import { useLevel } from './room/use-level.ts';
import { useMute } from './room/use-mute.ts';
import { Troubles } from './troubles.tsx';
import css from './web-call.module.css';

type OnCallProps = { view: CallView; room: Room; track: LocalAudioTrack | undefined; hangUp: () => void };

/** The call that is on: who is listening, what one can do, how it goes. */
export function OnCall({ view, room, track, hangUp }: OnCallProps) {
  return (
    <RoomContext.Provider value={room}>
      <RoomAudioRenderer />
      <Panel title="Your call" flush>
        <div className={css.stack}>
          <Troubles view={view} />
          <Agent />
          {track !== undefined && <Controls track={track} hangUp={hangUp} />}
          <Measures view={view} />
        </div>
      </Panel>
    </RoomContext.Provider>
  );
}

/** M mutes, Esc asks whether to hang up. */
function Controls({ track, hangUp }: { track: LocalAudioTrack; hangUp: () => void }) {
  const { muted, toggle } = useMute();
  const [asks, setAsks] = useState(false);
  const leaving = useStay();
  const mute = useRef<HTMLButtonElement>(null);
  useEffect(() => mute.current?.focus({ preventScroll: true }), []);
  const isFree = () => document.querySelector('[role="dialog"][aria-modal="true"], [role="menu"]') === null;
  useHotkeys([
    ['m', () => isFree() && toggle()],
    ['Escape', () => isFree() && setAsks(true)],
  ]);
  return (
    <>
      <YourLevel track={track} muted={muted} />
      <div className={css.buttons}>
        <Button
          ref={mute}
          variant="default"
          onClick={toggle}
          aria-pressed={muted}
          aria-keyshortcuts="m"
          leftSection={muted ? <IconMicrophoneOff size={16} aria-hidden /> : <IconMicrophone size={16} aria-hidden />}
          rightSection={
            <Kbd size="xs" visibleFrom="sm" aria-hidden>
              M
            </Kbd>
          }
        >
          {muted ? 'Unmute' : 'Mute'}
        </Button>
        <Button
          className={css.danger}
          onClick={hangUp}
          aria-keyshortcuts="Escape"
          leftSection={<IconPhoneOff size={16} aria-hidden />}
          rightSection={
            <Kbd size="xs" visibleFrom="sm" aria-hidden>
              Esc
            </Kbd>
          }
        >
          Hang up
        </Button>
      </div>
      <ConfirmHangUp
        opened={asks || leaving.asks}
        text={leaving.asks ? 'You leave this page: the call ends with it.' : 'The agent is told that you are gone.'}
        stay={() => {
          setAsks(false);
          leaving.stay();
        }}
        hangUp={() => {
          hangUp();
          leaving.leave();
        }}
      />
    </>
  );
}

function YourLevel({ track, muted }: { track: LocalAudioTrack; muted: boolean }) {
  const db = useLevel(track);
  return (
    <div className={css.you}>
      <span className="dim">You</span>
      {muted ? <b>Muted</b> : <LevelMeter db={db} label="Your level" />}
    </div>
  );
}
