import { useEffect } from 'react';
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
      {session?.canStartCalls === false ? (
        <Panel title="Your call">
          <EmptyState title="You may not call the agent">
            Your role here is {session.role}: calls are for analysts, managers and admins. An admin can make you a login
            with such a role.
          </EmptyState>
        </Panel>
      ) : (
        <Call />
      )}
    </Page>
  );
}

function Call() {
  const microphone = useMicrophone();
  const { view, join, hangUp, reset } = useCall();
  const { phase, refusal } = view;
  const { close } = microphone;
  useEffect(() => {
    // LiveKit has stopped it with the call.
    if (phase === 'over' || refusal !== undefined) close();
  }, [phase, refusal, close]);
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
