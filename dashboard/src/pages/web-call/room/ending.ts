import { ConnectionError, ConnectionErrorReason, DisconnectReason } from 'livekit-client';

/** What is wrong, and what to do. */
export type Advice = { title: string; text: string };

/** How a call ended, and whether that was a fault. */
export type Ending = Advice & { fault: boolean };

const LOST: Ending = {
  title: 'The connection was lost',
  text: 'It could not be made again. The record says what each side still heard.',
  fault: true,
};

const CLOSED: Ending = {
  title: 'The agent ended the call',
  text: 'It said goodbye and closed the room.',
  fault: false,
};

const NOBODY: Ending = {
  title: 'Nobody took the call',
  text: 'No agent came, and the room was closed. Does an agent run under the name of LIVEKIT_AGENT_NAME?',
  fault: true,
};

const ENDINGS: { [Reason in DisconnectReason]?: Ending } = {
  [DisconnectReason.CLIENT_INITIATED]: { title: 'You hung up', text: 'The call is on record.', fault: false },
  [DisconnectReason.DUPLICATE_IDENTITY]: {
    title: 'The call goes on elsewhere',
    text: 'It was joined from another window.',
    fault: true,
  },
  [DisconnectReason.SERVER_SHUTDOWN]: {
    title: 'The LiveKit server was stopped',
    text: 'Calls end with it. Call again when it is back.',
    fault: true,
  },
  [DisconnectReason.PARTICIPANT_REMOVED]: {
    title: 'You were removed from the call',
    text: 'By the agent, or by who operates the server.',
    fault: true,
  },
};

/** @param reason as LiveKit says it; undefined when nobody said one */
export function endingOf(reason: DisconnectReason | undefined, agentCame: boolean): Ending {
  if (reason === DisconnectReason.ROOM_DELETED || reason === DisconnectReason.ROOM_CLOSED)
    return agentCame ? CLOSED : NOBODY;
  return (reason === undefined ? undefined : ENDINGS[reason]) ?? LOST;
}

/** Why a room could not be joined, and what to do. */
export function refusalOf(error: unknown, url: string): Advice {
  if (error instanceof ConnectionError && error.reason === ConnectionErrorReason.NotAllowed) {
    const text =
      'The api and the LiveKit server must have the same key: compare LIVEKIT_API_KEY and LIVEKIT_API_SECRET.';
    return { title: 'The LiveKit server refused the token', text };
  }
  const said = error instanceof Error ? error.message : String(error);
  return {
    title: 'The room could not be joined',
    text: `Is the LiveKit server at ${url} running and reachable? ${said}`,
  };
}
