import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { endingByExit, endingOf, type Ending } from '../../agent/collector/facts/ending.ts';
import { watchRoom } from '../../agent/collector/facts/room.ts';
import { watched } from './watched.ts';

test('the room says who the caller is, and when it was not he who left', () => {
  const { watch, of } = watched();
  const caller = {
    identity: 'jo',
    name: 'Jo',
    kind: 3,
    attributes: { 'sip.phoneNumber': '+49123', 'sip.callID': 'SCL_1' },
    metadata: '{"email":"jo@example.com","company":"Acme"}',
  };
  const room = Object.assign(new EventEmitter(), {
    remoteParticipants: new Map<string, object>([
      ['jo', caller],
      ['bot', { identity: 'bot', kind: 4 }],
    ]),
  });
  const endings: Ending[] = [];
  watchRoom(watch, room, (ending) => endings.push(ending));
  expect(of('call.updated')).toEqual([
    {
      participant: { id: 'jo', name: 'Jo', email: 'jo@example.com', company: 'Acme' },
      sip: { callId: 'SCL_1', callerNumber: '+49123' },
    },
  ]);
  room.emit('participantDisconnected', { ...caller, disconnectReason: 1 });
  room.emit('participantDisconnected', { ...caller, disconnectReason: 5 });
  expect(endings).toEqual([{ reason: 'room_closed', by: 'system', detail: 'ROOM_DELETED' }]);
});

const none = { marked: undefined, room: undefined, parentGone: false };
const mark: Ending = { reason: 'transferred', by: 'agent', detail: 'to sales' };

test.each([
  ['participant_disconnected', none, { reason: 'caller_hung_up', by: 'caller' }],
  [
    'participant_disconnected',
    { ...none, room: { reason: 'room_closed', by: 'system' } as const },
    { reason: 'room_closed', by: 'system' },
  ],
  ['user_initiated', none, { reason: 'unknown', by: 'unknown', detail: 'user_initiated' }],
  ['user_initiated', { ...none, marked: mark }, mark],
  [
    'user_initiated',
    { ...none, parentGone: true },
    { reason: 'shutdown', by: 'system', detail: 'the worker went away' },
  ],
  ['agent_ended', none, { reason: 'agent_ended', by: 'unknown', detail: 'agent_ended' }],
  ['error', { ...none, marked: mark }, { reason: 'error', by: 'system', detail: 'no error given' }],
])('a session that closes with %s and %o ended as %o', (reason, hints, ending) => {
  expect(endingOf({ reason, error: null }, hints)).toEqual(ending);
});

test('a process that ends on its own says how', () => {
  expect(endingByExit(0, none)).toMatchObject({ reason: 'shutdown' });
  expect(endingByExit(1, none)).toMatchObject({ reason: 'error' });
  expect(endingByExit(1, { ...none, marked: mark })).toEqual(mark);
});
