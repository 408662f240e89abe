import type { LocalAudioTrack, Room } from 'livekit-client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from '../../../api/client.ts';
import { startWebCall } from '../../../api/web-calls.ts';
import type { Sample } from '../measure/watch-connection.ts';
import { openCall, type CallTeller, type OpenCall } from './call.ts';
import { endingOf, refusalOf, type Advice, type Ending } from './ending.ts';
import { withLine, type Line } from './words.ts';

/** A call as the page shows it. */
export type CallView = {
  phase: 'before' | 'joining' | 'on' | 'over';
  room?: Room;
  lines: readonly Line[];
  /** What the caller waited for each answer, ms. */
  heardMs: readonly number[];
  sample?: Sample;
  /** Known since the agent came. */
  callId?: string;
  /** Whether everybody else has left. */
  alone: boolean;
  /** Epoch ms. */
  joinedAt?: number;
  endedAt?: number;
  ending?: Ending;
  /** Why the call did not begin. */
  refusal?: ApiError | Advice;
};

const BEFORE: CallView = { phase: 'before', lines: [], heardMs: [], alone: false };

type UseCall = {
  view: CallView;
  join(name: string, microphone: LocalAudioTrack): Promise<void>;
  hangUp(): void;
  /** Back to before the call. */
  reset(): void;
};

/** One call at a time; it ends when the page is left. */
export function useCall(): UseCall {
  const [view, setView] = useState(BEFORE);
  const open = useRef<OpenCall>(undefined);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
      open.current?.hangUp();
    };
  }, []);

  const join = useCallback(async (name: string, microphone: LocalAudioTrack) => {
    setView({ ...BEFORE, phase: 'joining' });
    let url = '';
    try {
      const call = await startWebCall(name === '' ? {} : { name });
      ({ url } = call);
      open.current = await openCall(call, microphone, tellerOf(setView));
      if (!isHere.current) return open.current.hangUp();
      const { room } = open.current;
      setView((old) => (old.phase === 'joining' ? { ...old, phase: 'on', room, joinedAt: Date.now() } : old));
    } catch (error) {
      setView({ ...BEFORE, refusal: error instanceof ApiError ? error : refusalOf(error, url) });
    }
  }, []);
  const hangUp = useCallback(() => open.current?.hangUp(), []);
  const reset = useCallback(() => setView(BEFORE), []);
  return { view, join, hangUp, reset };
}

/** Writes what happens into what is shown. */
function tellerOf(setView: (change: (old: CallView) => CallView) => void): CallTeller {
  return {
    words: (line) => setView((old) => ({ ...old, lines: withLine(old.lines, line) })),
    heard: ({ heardMs }) => setView((old) => ({ ...old, heardMs: [...old.heardMs, heardMs] })),
    sample: (sample) => setView((old) => ({ ...old, sample })),
    agentCame: (callId) => setView((old) => ({ ...old, callId: old.callId ?? callId, alone: false })),
    alone: () => setView((old) => ({ ...old, alone: true })),
    over: (reason) =>
      setView((old) => ({
        ...old,
        phase: 'over',
        endedAt: Date.now(),
        ending: endingOf(reason, old.callId !== undefined),
      })),
  };
}
