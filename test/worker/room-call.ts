import { serverFact } from '../../api/rooms/publish.ts';
import type { Fact, FactData, FactType } from '../../events/catalogue.ts';
import { newInstance, waitingCall } from '../../events/ids.ts';
import { aFact } from '../harness/facts.ts';

const SECOND_MS = 1_000;

/** What LiveKit's webhooks say of a call, as the api publishes it: whole seconds, no numbers. */
export function webhookFacts(tenant: string, call: string) {
  const told = <Type extends FactType>(type: Type, data: FactData<Type>): Fact => {
    const at = Math.floor(Date.now() / SECOND_MS) * SECOND_MS;
    return serverFact({ tenant, call }, type, { key: newInstance(), at, data });
  };
  const who = { caller: 'STANDARD', agent: 'AGENT', other: 'EGRESS' } as const;
  type Role = keyof typeof who;
  return {
    started: () => told('room.started', { room: { name: 'web-x', sid: 'RM_x' } }),
    finished: () => told('room.finished', { room: { name: 'web-x', sid: 'RM_x' } }),
    joined: (role: Role, identity = `${role}-1`, participant?: FactData<'participant.joined'>['participant']) =>
      told('participant.joined', {
        role,
        kind: who[role],
        identity,
        joinedAt: Date.now(),
        ...(participant === undefined ? {} : { participant }),
      }),
    left: (role: Role, reason = 'CONNECTION_TIMEOUT', identity = `${role}-1`) =>
      told('participant.left', { role, kind: who[role], identity, reason }),
    linked: (to: string) => told('call.linked', { call: to }),
  };
}

export const newWaitingCall = () => waitingCall('secret', newInstance());

/** A call that goes on: what its collector said up to now, and how the next is made. */
export function goingOn(tenant: string, call: string, { at = Date.now() - 2_000 } = {}) {
  let seq = 0;
  const place = () => ({ tenant, call, seq: ++seq, at: at + seq });
  const started = { startedAt: at, agent: { name: 'ada' }, sdk: { name: 'test' }, channel: 'web' } as const;
  return {
    facts: [
      aFact('call.started', started, place()),
      aFact(
        'item.committed',
        { itemId: 'i1', role: 'user', text: 'twelve of us', createdAt: at, interrupted: false },
        place(),
      ),
    ],
    next: <Type extends FactType>(type: Type, data: FactData<Type>) => aFact(type, data, place()),
    lastAt: () => at + seq,
  };
}
