import { useConnectionState, useStartAudio } from '@livekit/components-react';
import { Button } from '@mantine/core';
import { ConnectionState } from 'livekit-client';
import { useEffect, useState } from 'react';
import { Notice } from './notice.tsx';
import type { CallView } from './room/use-call.ts';

/** Who waits longer for an agent is told. */
const AGENT_LATE_MS = 10_000;

/** What is wrong with the call at this moment. */
export function Troubles({ view }: { view: CallView }) {
  const connection = useConnectionState();
  const late = useLate(view);
  if (connection === ConnectionState.Reconnecting || connection === ConnectionState.SignalReconnecting)
    return <Notice tone="warning" title="Connecting again" text="The line broke off. It is being made again." />;
  if (view.alone)
    return (
      <Notice
        tone="danger"
        title="The agent has left the call"
        text="Nobody hears you any more. Hang up; the record says why it left."
      />
    );
  if (late)
    return (
      <Notice
        tone="danger"
        title="No agent has come yet"
        text="For 10 s nobody has taken the call. Does an agent run under the name of LIVEKIT_AGENT_NAME, and has it room for one more? It is still waited for."
      />
    );
  return <Silent />;
}

/** A browser may hold back the sound of a page until it is asked for. */
function Silent() {
  const { mergedProps, canPlayAudio } = useStartAudio({ props: {} });
  if (canPlayAudio) return null;
  return (
    <Notice tone="warning" title="The browser holds back the sound" text="It plays when you ask for it.">
      <Button size="compact-sm" variant="default" mt={8} onClick={mergedProps.onClick}>
        Play the sound
      </Button>
    </Notice>
  );
}

function useLate({ callId, joinedAt }: CallView): boolean {
  const [late, setLate] = useState(false);
  const waits = callId === undefined && joinedAt !== undefined;
  useEffect(() => {
    setLate(false);
    if (!waits) return;
    const timer = setTimeout(() => setLate(true), AGENT_LATE_MS);
    return () => clearTimeout(timer);
  }, [waits]);
  return late;
}
