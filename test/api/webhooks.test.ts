import { randomBytes } from 'node:crypto';
import { AccessToken } from 'livekit-server-sdk';
import type { NatsConnection } from 'nats';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Fact } from '../../events/catalogue.ts';
import { decode } from '../../events/codec.ts';
import { waitingCall } from '../../events/ids.ts';
import { streams } from '../../events/subjects.ts';
import { startApi, type TestApi } from '../harness/api.ts';
import { LIVEKIT, post, signatureOf, toldRoom, type ToldRoom } from '../harness/livekit-webhooks.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker } from '../harness/worker.ts';

let nats: TestNats;
let store: TestStore;
let api: TestApi;
let nc: NatsConnection;

beforeAll(async () => {
  [nats, store] = await Promise.all([startNats(), startStore()]);
  await provisionBroker(nats);
  [api, nc] = await Promise.all([startApi({ nats, store }, LIVEKIT), nats.connect()]);
}, 60_000);
afterAll(async () => {
  await api?.stop();
  await Promise.all([nats?.stop(), store?.stop()]);
});

/** Everything of a call on the stream, in order; its raw text too. */
async function published(tenant: string, call: string): Promise<{ facts: Fact[]; text: string }> {
  const filterSubjects = `ev.${tenant}.${call}.>`;
  const consumer = await nc.jetstream().consumers.get(streams.events.name, { filterSubjects });
  const { num_pending: count } = await consumer.info();
  const facts: Fact[] = [];
  let text = '';
  while (facts.length < count) {
    const message = await consumer.next();
    if (!message) continue;
    const decoded = decode(message.data, message.subject);
    if (decoded.kind !== 'fact') throw new Error(`${decoded.kind} on ${message.subject}`);
    facts.push(decoded.fact);
    text += message.string();
  }
  return { facts, text };
}
const typesOf = async (tenant: string, call: string) =>
  (await published(tenant, call)).facts.map((fact) =>
    'role' in fact.data ? `${fact.type} ${String(fact.data.role)}` : fact.type,
  );

const tell = async (...bodies: string[]) => {
  for (const body of bodies) expect((await post(api.url, body)).status).toBe(200);
};
const caller = { identity: 'caller-1', name: 'Dana', attributes: { email: 'dana@northbeam.example' } };
const newJob = () => `AJ_${randomBytes(6).toString('hex')}`;
const agentOf = (job: string) => ({ identity: `agent-${job}`, kind: 'AGENT' as const });
/** As the server states under which name it was sent for. */
const named = (job: string, name: string) => ({ ...agentOf(job), attributes: { 'lk.agent_name': name } });
const waitingIn = (room: ToldRoom) => waitingCall(LIVEKIT.LIVEKIT_API_SECRET, room.sid);
const ACME = JSON.stringify({ earshot: { tenant: 'acme' } });

describe('a room', () => {
  test('is a waiting call until an agent joins, then the call of his job', async () => {
    const [room, job] = [toldRoom(ACME), newJob()];
    await tell(room.started(), room.joined(caller), room.other('track_published'), room.joined(agentOf(job)));
    await tell(room.left(caller), room.left(agentOf(job), 'CONNECTION_TIMEOUT'), room.finished());
    expect(await typesOf('acme', waitingIn(room))).toEqual([
      'room.started',
      'participant.joined caller',
      'call.linked',
    ]);
    expect(await typesOf('acme', job)).toEqual([
      'participant.joined agent',
      'participant.left caller',
      'participant.left agent',
      'room.finished',
    ]);
    const [, joined, linked] = (await published('acme', waitingIn(room))).facts;
    expect(joined?.data).toMatchObject({
      kind: 'STANDARD',
      identity: 'caller-1',
      participant: { name: 'Dana', email: 'dana@northbeam.example' },
    });
    expect(joined?.producer).toEqual({ kind: 'webhook', instance: 'livekit' });
    expect(linked?.data).toEqual({ call: job });
    expect((await published('acme', job)).facts[2]?.data).toMatchObject({
      kind: 'AGENT',
      reason: 'CONNECTION_TIMEOUT',
    });
  });

  test('of the telephone says whose line it is', async () => {
    const room = toldRoom(ACME);
    const line = { 'sip.phoneNumber': '+15550100', 'sip.trunkPhoneNumber': '+15550199', 'sip.callID': 'SCL_1' };
    await tell(room.joined({ identity: 'sip_+15550100', kind: 'SIP', attributes: line }));
    const [joined] = (await published('acme', waitingIn(room))).facts;
    expect(joined?.data).toMatchObject({
      role: 'caller',
      kind: 'SIP',
      sip: { callId: 'SCL_1', callerNumber: '+15550100', calledNumber: '+15550199' },
    });
  });

  test('that a restarted server makes anew is the same call', async () => {
    const [before, job] = [toldRoom(ACME), newJob()];
    const again = toldRoom(ACME, { name: before.name });
    await tell(before.started(), before.joined(caller), before.joined(agentOf(job)));
    await tell(again.started(), again.joined(caller), again.joined(agentOf(job)), again.left(agentOf(job)));
    expect(await typesOf('acme', waitingIn(again))).toEqual([
      'room.started',
      'participant.joined caller',
      'call.linked',
    ]);
    expect(await typesOf('acme', job)).toEqual([
      'participant.joined agent',
      'participant.joined agent',
      'participant.left agent',
    ]);
  });

  test('that names no tenant, or none that can be one, is the configured one', async () => {
    for (const metadata of ['{"earshot":{}}', '{"earshot":{"tenant":"a b"}}', '{"earshot":{"tenant":"ev.>"}}']) {
      const room = toldRoom(metadata);
      await tell(room.started());
      expect(await typesOf('local', waitingIn(room)), metadata).toEqual(['room.started']);
    }
  });

  test.each(['', 'not JSON', '{"app":"theirs"}'])(
    'of others on the same server is nobody’s here: %j',
    async (metadata) => {
      const [room, theirs] = [toldRoom(metadata), newJob()];
      await tell(room.started(), room.joined(caller), room.joined(named(theirs, 'theirs')), room.left(caller));
      await tell(room.left(named(theirs, 'theirs')), room.finished());
      expect(await typesOf('local', waitingIn(room))).toEqual([]);
      expect(await typesOf('local', theirs)).toEqual([]);
    },
  );

  test('of which nothing is said is the configured tenant’s from when an agent of ours takes a call in it', async () => {
    const [room, job] = [toldRoom(), newJob()];
    await tell(room.started(), room.joined(caller), room.joined(named(job, 'earshot')), room.left(caller));
    expect(await typesOf('local', waitingIn(room))).toEqual(['call.linked']);
    expect(await typesOf('local', job)).toEqual(['participant.joined agent', 'participant.left caller']);
  });

  test('has neither its name nor its sid in a subject, an id or the log, and its TURN password nowhere', async () => {
    const [room, job] = [toldRoom(ACME), newJob()];
    await tell(room.started(), room.joined(caller), room.joined(agentOf(job)));
    for (const call of [waitingIn(room), job]) {
      const { facts, text } = await published('acme', call);
      for (const { id } of facts) expect(id).not.toMatch(new RegExp(`${room.sid}|${room.name}`));
      expect(text).not.toContain('turn-secret');
    }
    expect(api.log()).not.toMatch(new RegExp(`${room.sid}|${room.name}|Dana|turn-secret`));
  });

  test('is not taken over by a caller who calls himself an agent', async () => {
    const [room, job] = [toldRoom(ACME), newJob()];
    await tell(room.started(), room.joined({ identity: `agent-${job}` }));
    expect(await typesOf('acme', job)).toEqual([]);
    expect(await typesOf('acme', waitingIn(room))).toEqual(['room.started', 'participant.joined caller']);
  });
});

describe('a webhook that comes again', () => {
  test('at once or when an agent has joined meanwhile is one event', async () => {
    const [room, job] = [toldRoom(ACME), newJob()];
    const bodies = [room.started(), room.joined(caller), room.joined(agentOf(job))];
    for (const body of bodies) await tell(body, body);
    await tell(...bodies);
    expect(await typesOf('acme', waitingIn(room))).toHaveLength(3);
    expect(await typesOf('acme', job)).toEqual(['participant.joined agent']);
  });
});

describe('what LiveKit did not sign', () => {
  const room = toldRoom(ACME);
  const body = room.started();
  const callersToken = async () => {
    const token = new AccessToken(LIVEKIT.LIVEKIT_API_KEY, LIVEKIT.LIVEKIT_API_SECRET, { identity: 'caller-x' });
    token.addGrant({ roomJoin: true, room: room.name });
    return token.toJwt();
  };
  test.each<[string, () => Promise<string>]>([
    ['no signature', async () => ''],
    ['another secret', () => signatureOf(body, { secret: 'b-secret-of-at-least-32-characters' })],
    ['another key', () => signatureOf(body, { key: 'otherkey' })],
    ['of another body', () => signatureOf(room.finished())],
    ["a caller's token", callersToken],
    ['a key of the api', async () => `Bearer ${await api.key()}`],
    ['no token', async () => 'x.y.z'],
  ])('is refused and changes nothing: %s', async (_, signature) => {
    const answer = await post(api.url, body, await signature());
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: { code: 'bad_signature' } });
    expect(await typesOf('acme', waitingIn(room))).toEqual([]);
  });

  test('is refused when the body was changed', async () => {
    const answer = await post(api.url, body.replace('acme', 'rival'), await signatureOf(body));
    expect(answer.status).toBe(401);
  });

  test('is not even read when it is larger than 64 KiB', async () => {
    const large = toldRoom('x'.repeat(70_000)).started();
    const answer = await post(api.url, large);
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ error: { code: 'body_too_large' } });
  });
});

test('without a LiveKit server configured nothing is taken', async () => {
  const without = await startApi({ nats, store });
  const answer = await post(without.url, toldRoom().started());
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ error: { code: 'rooms_not_configured' } });
  await without.stop();
});

test('while the broker is away LiveKit is told to try again, and then it is kept', async () => {
  const [room, job] = [toldRoom(ACME), newJob()];
  await tell(room.started());
  const body = room.joined(agentOf(job));
  await nats.kill();
  const answer = await post(api.url, body);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ error: { code: 'broker_unavailable' } });
  await nats.restart();
  await vi.waitFor(async () => expect((await post(api.url, body)).status).toBe(200), {
    timeout: 15_000,
    interval: 200,
  });
  expect(await typesOf('acme', job)).toEqual(['participant.joined agent']);
}, 30_000);
