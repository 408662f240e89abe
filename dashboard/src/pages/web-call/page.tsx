import { useEffect } from 'react';
import type { Session } from '../../../../api/types.ts';
import { useSession } from '../../app/session.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Before } from './before.tsx';
import { OnCall } from './on-call.tsx';
import { Over } from './over.tsx';
import { useCall } from './room/use-call.ts';
import { useMicrophone } from './room/use-microphone.ts';
import { Transcript } from './transcript.tsx';
import css from './web-call.module.css';

const UNDER = 'From this browser, as a caller does. The call is on record like every other.';

/** Speak with the agent. */
export function WebCallPage() {
  const session = useSession();
  return (
    <Page title="Call the agent" under={UNDER}>
      {session !== undefined && !(session.canStartCalls && session.takesWebCalls) ? (
        <Panel title="Your call">
          <Impossible session={session} />
        </Panel>
      ) : (
        <Call />
      )}
    </Page>
  );
}

function Impossible({ session: { canStartCalls, role } }: { session: Session }) {
  if (!canStartCalls) {
    return (
      <EmptyState title="You may not call the agent">
        Your role here is {role}: calls are for analysts, managers and admins. An admin can make you a login with such a
        role.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No LiveKit server is set up for calls" command="LIVEKIT_URL LIVEKIT_API_KEY LIVEKIT_API_SECRET">
      Calls from the browser are taken in rooms of a LiveKit server. Set these for the api, and start it again
      (docs/settings.md):
    </EmptyState>
  );
}

function Call() {
  const microphone = useMicrophone();
  const { view, join, hangUp, reset } = useCall();
  const { phase, refusal } = view;
  const { track, close } = microphone;
  useEffect(() => {
    // With the call LiveKit has ended it.
    if (phase === 'over' || (refusal && track?.mediaStreamTrack.readyState === 'ended')) close();
  }, [phase, refusal, track, close]);
  return (
    <div className={css.columns}>
      {(phase === 'before' || phase === 'joining') && (
        <Before microphone={microphone} joining={phase === 'joining'} refusal={refusal} join={join} />
      )}
      {phase === 'on' && view.room && <OnCall view={view} room={view.room} hangUp={hangUp} track={microphone.track} />}
      {phase === 'over' && <Over view={view} again={reset} />}
      <Transcript lines={view.lines} phase={phase} />
    </div>
  );
}
