import { describe, expect, test } from 'vitest';
import { waitingCall } from '../../events/ids.ts';
import type { FactData } from '../../events/catalogue.ts';
import { conclude, random, script, shuffled, START } from './helpers.ts';

const call = waitingCall('secret', 'RM_1');

const room = { room: { name: 'web-1', sid: 'RM_1' } };
const caller = (identity = 'c1') => ({ role: 'caller', kind: 'STANDARD', identity }) as const;
type Who = { role: 'caller' | 'agent'; kind: string; identity: string };
const joined = (who: Who, afterMs: number): FactData<'participant.joined'> => ({
  ...who,
  joinedAt: START + afterMs,
});

type Step = (out: ReturnType<typeof script>) => unknown;
const opens: Step = (out) => out.add(0, 'room.started', room);
const comes =
  (afterMs: number, identity?: string): Step =>
  (out) =>
    out.add(afterMs, 'participant.joined', joined(caller(identity), afterMs));
const goes =
  (afterMs: number, identity?: string): Step =>
  (out) =>
    out.add(afterMs, 'participant.left', { ...caller(identity), reason: 'CLIENT_INITIATED' });
const finishes =
  (afterMs: number): Step =>
  (out) =>
    out.add(afterMs, 'room.finished', room);
const links: Step = (out) => out.add(2_000, 'call.linked', { call: 'AJ_1' });
const awaited: Step = (out) => out.add(11_000, 'agent.awaited', { waitedMs: 10_000 });
const foreignAgent: Step = (out) =>
  out.add(2_000, 'participant.joined', joined({ role: 'agent', kind: 'AGENT', identity: 'theirs' }, 2_000));

function sessionOf(...steps: Step[]) {
  const out = script('livekit', 'webhook');
  for (const one of steps) one(out);
  return conclude(out.facts, { call }).session;
}

const WAITING = { status: 'active', waiting: true, startedAt: START + 1_000, channel: 'web', endReason: '' };
const ALONE = { status: 'ended', waiting: false, endReason: 'agent_never_came', listed: true, complete: true };

describe('a caller in a room', () => {
  test.each<[string, Step[], object]>([
    ['nobody has come yet', [opens], { waiting: false, listed: false }],
    ['has just come', [opens, comes(1_000)], { ...WAITING, listed: false }],
    ['waits long', [opens, comes(1_000), awaited], { ...WAITING, listed: true }],
    ['left', [opens, comes(1_000), goes(4_000)], { ...ALONE, endedBy: 'caller', endedAt: START + 4_000 }],
    ['left after long', [opens, comes(1_000), awaited, goes(14_000)], { ...ALONE, durationMs: 13_000 }],
    ['came again', [opens, comes(1_000), goes(4_000), comes(5_000)], { ...WAITING, listed: false }],
    ['two, and one left', [opens, comes(1_000), comes(2_000, 'c2'), goes(4_000)], WAITING],
    ['two, and both left', [opens, comes(1_000), comes(2_000, 'c2'), goes(4_000), goes(5_000, 'c2')], ALONE],
    ['was closed out', [opens, comes(1_000), finishes(9_000)], { ...ALONE, endedBy: 'system' }],
    ['was answered', [opens, comes(1_000), links], { waiting: false, listed: false, linkedTo: 'AJ_1' }],
    ['was answered late', [opens, comes(1_000), awaited, links], { waiting: false, listed: false, linkedTo: 'AJ_1' }],
    ['was answered by an agent of others', [opens, comes(1_000), foreignAgent], { waiting: false, listed: false }],
    ['never was', [opens, finishes(60_000)], { waiting: false, listed: false, status: 'ended' }],
  ])('who %s', (_, steps, expected) => expect(sessionOf(...steps)).toMatchObject(expected));

  test('is the same in any order and repetition', () => {
    const out = script('livekit', 'webhook');
    for (const one of [opens, comes(1_000), goes(4_000), comes(4_000), awaited, goes(20_000)]) one(out);
    const once = conclude(out.facts, { call });
    const next = random(7);
    for (let round = 0; round < 20; round++)
      expect(conclude(shuffled([...out.facts, ...out.facts], next), { call })).toEqual(once);
  });

  test('is a person by what his token or his line says', () => {
    const out = script('livekit', 'webhook');
    const who = { participant: { name: 'Dana', email: 'dana@northbeam.example' }, sip: { callerNumber: '+15550100' } };
    out.add(1_000, 'participant.joined', { ...joined({ ...caller(), kind: 'SIP' }, 1_000), ...who });
    const { lead, session } = conclude(out.facts, { call });
    expect(lead).toMatchObject({ name: 'Dana', email: 'dana@northbeam.example', phone: '+15550100' });
    expect(lead.personKey).not.toBe(call);
    expect(session.channel).toBe('phone_inbound');
  });
});

test('a call of a job is none of these, whatever the webhooks say of it', () => {
  const out = script('livekit', 'webhook');
  for (const one of [comes(1_000), goes(4_000), finishes(5_000)]) one(out);
  expect(conclude(out.facts).session).toMatchObject({ status: 'active', waiting: false, listed: true });
});
