import { isWaitingCall } from '../../events/ids.ts';
import type { Ending } from './ending.ts';
import type { Known, Seen } from './facts.ts';
import type { Channel } from './types.ts';

/** A room with a caller and, up to now, no agent. */
export type Waiting = {
  /** When the first caller came, epoch ms; null where none came. */
  since: number | null;
  channel: Channel;
  /** A caller is there now, and nobody else will tell of him. */
  isGoingOn: boolean;
  /** The call that the agent took; empty while none has. */
  linkedTo: string;
  /** He waited so long that somebody was told. */
  isAwaited: boolean;
  /** It stands for a call of its own. */
  isListed: boolean;
  ending: Ending | null;
};

type Told = Seen<'participant.joined'> | Seen<'participant.left'>;

/**
 * What is known under the call of a room that no agent had joined; null for every other call. LiveKit states whole seconds,
 * so the order is the broker's.
 */
export function waitingOf(known: Known, call: string): Waiting | null {
  if (!isWaitingCall(call)) return null;
  const joined = known.of('participant.joined');
  const callers = joined.filter(isCaller);
  const since = callers.length === 0 ? null : Math.min(...callers.map(({ fact }) => fact.data.joinedAt));
  const link = known.of('call.linked').toSorted(inOrder)[0];
  const answered = link ?? joined.find(({ fact }) => fact.data.role === 'agent');
  const ending = since === null || answered ? closingOf(answered ?? finishOf(known)) : aloneEnding(known);
  const isAwaited = known.of('agent.awaited').length > 0;
  return {
    since,
    channel: channelOf(callers[0]),
    isGoingOn: since !== null && ending === null,
    linkedTo: link?.fact.data.call ?? '',
    isAwaited,
    isListed: since !== null && answered === undefined && (isAwaited || ending !== null),
    ending,
  };
}

/** The caller left, the last of several; or the room was closed over him. */
function aloneEnding(known: Known): Ending | null {
  const told: Told[] = [...known.of('participant.joined'), ...known.of('participant.left')].filter(isCaller);
  const present = new Set<string>();
  let leaving: Told | undefined;
  for (const one of told.toSorted(inOrder)) {
    const who = one.fact.data.identity ?? '';
    if (one.fact.type === 'participant.joined') present.add(who);
    else present.delete(who);
    leaving = present.size === 0 ? one : undefined;
  }
  const over = leaving ?? finishOf(known);
  if (!over) return null;
  const { at, fact } = over;
  return { at, reason: 'agent_never_came', by: leaving ? 'caller' : 'system', eventId: fact.id };
}

/** Nothing to tell of: the wait is over because an agent came, or there was none. */
function closingOf(over: Seen | undefined): Ending | null {
  return over ? { at: over.at, reason: 'unknown', by: 'system', eventId: over.fact.id } : null;
}

function finishOf(known: Known): Seen<'room.finished'> | undefined {
  return known.of('room.finished').at(-1);
}

function channelOf(first: Seen<'participant.joined'> | undefined): Channel {
  if (!first) return 'unknown';
  return first.fact.data.kind === 'SIP' ? 'phone_inbound' : 'web';
}

function isCaller({ fact }: Told): boolean {
  return fact.data.role === 'caller';
}

function inOrder(a: Seen, b: Seen): number {
  return a.brokerAt - b.brokerAt || a.at - b.at;
}
