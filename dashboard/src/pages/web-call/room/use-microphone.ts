import { LocalAudioTrack } from 'livekit-client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Advice } from './ending.ts';
import { openMicrophone } from './microphone.ts';

export type Microphone = {
  track: LocalAudioTrack | undefined;
  fault: Advice | undefined;
  /** Whether the browser is asking the person. */
  asking: boolean;
  /** Opens it, in place of the one that is open. */
  open(deviceId?: string): Promise<void>;
  close(): void;
};

type State = Pick<Microphone, 'track' | 'fault' | 'asking'>;
const CLOSED: State = { track: undefined, fault: undefined, asking: false };

/** The microphone that is checked before the call and used in it. It is closed when the page is left. */
export function useMicrophone(): Microphone {
  const [state, setState] = useState(CLOSED);
  const opened = useRef<LocalAudioTrack>(undefined);
  const isHere = useRef(true);
  const close = useCallback(() => {
    opened.current?.stop();
    opened.current = undefined;
    setState(CLOSED);
  }, []);
  const open = useCallback(async (deviceId?: string) => {
    setState((old) => ({ ...old, fault: undefined, asking: true }));
    const found = await openMicrophone(deviceId);
    opened.current?.stop();
    if (!(found instanceof LocalAudioTrack)) return setState({ ...CLOSED, fault: found });
    opened.current = found;
    if (isHere.current) setState({ ...CLOSED, track: found });
    else found.stop();
  }, []);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
      close();
    };
  }, [close]);
  return { ...state, open, close };
}
