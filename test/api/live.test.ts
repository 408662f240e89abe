import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { revokeKey } from '../../api/auth/keys.ts';
import { readsOfCall } from '../../clickhouse/queries/reads-of-call.ts';
import { startApi, type TestApi } from '../harness/api.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker, startWorker, type TestWorker } from '../harness/worker.ts';
import { listen, type Listener } from './listener.ts';
import { startPublishing, type Publishing } from './publishing.ts';

let nats: TestNats;
let store: TestStore;
let worker: TestWorker;
let api: TestApi;
let publishing: Publishing;

beforeAll(async () => {
  [nats, store] = await Promise.all([startNats(), startStore()]);
  await provisionBroker(nats);
  [worker, api, publishing] = await Promise.all([
    startWorker({ nats, store }),
    startApi({ nats, store }),
    startPublishing(nats.url),
  ]);
}, 60_000);

afterAll(async () => {
  await publishing?.stop();
  await Promise.all([worker?.kill('SIGTERM'), api?.stop()]);
  await Promise.all([nats?.stop(), store?.stop()]);
});

describe.concurrent('who listens', () => {
  it('is told of a call from its first fact to its end, as it happens', async () => {
    const listener = await listen(api.url, await api.key({ tenant: 'whole' }));
    const viewer = await listen(api.url, await api.key({ tenant: 'whole', role: 'viewer' }));
    const call = publishing.open('whole');
    const mine = <T extends { callId: string }>(data: T) => data.callId === call.call;
    await listener.until('call', mine);
    call.publish('agent.state', { from: 'initializing', to: 'listening' });
    call.publish('caller.state', { from: 'listening', to: 'speaking' });
    call.publish('caller.transcribed', { text: 'we are', isFinal: false, language: null });
    expect(await listener.until('words', mine)).toMatchObject({ role: 'user', text: 'we are', final: false });
    expect(await listener.until('state', ({ who }) => who === 'agent')).toMatchObject({ state: 'listening' });
    expect(await listener.until('state', ({ who }) => who === 'caller')).toMatchObject({ state: 'speaking' });

    call.exchange('we are twelve', 'good to know', 840);
    await listener.until('words', ({ role, text, final }) => role === 'assistant' && final && text === 'good to know');
    expect(await listener.until('turn', mine)).toMatchObject({
      turn: 1,
      heardMs: 840,
      excluded: '',
      cause: expect.stringContaining('of 840 ms'),
    });
    call.signal('industry', 'logistics');
    call.signal('team_size', 12, 'we are twelve');
    expect(await listener.until('signal', ({ name }) => name === 'team_size')).toMatchObject({
      value: 12,
      quote: 'we are twelve',
    });
    expect(await listener.until('score', ({ raisedBy }) => raisedBy === 'team_size')).toMatchObject({ hot: false });

    call.signal('monthly_volume', 300);
    call.signal('integration_needs', ['salesforce']);
    call.signal('decision_timeline', 'this_week');
    call.signal('budget_authority', 'decision_maker');
    call.signal('urgency', 'high');
    expect(await listener.until('score', ({ hot }) => hot)).toMatchObject({ callId: call.call });
    expect(await listener.until('alert', mine)).toMatchObject({ rule: 'hot_lead', kind: 'alert', late: false });
    await listener.until('alert', ({ text }) => text.includes('we are twelve'));
    expect((await viewer.until('alert', mine)).text).toMatch(/^Score \d+, tier 1\./);
    expect(viewer.of('alert').filter(({ text }) => text.includes('we are twelve'))).toEqual([]);
    const pulse = await listener.until('pulse', ({ heardN, hotToday }) => heardN === 1 && hotToday === 1);
    expect(pulse).toMatchObject({ callsNow: 1, heardP95Ms: 840, errors: 0 });
    await listener.until('pulse', ({ lagMs }) => lagMs === 0);

    const late = await listen(api.url, await api.key({ tenant: 'whole' }));
    expect(await late.until('call', mine)).toMatchObject({
      status: 'active',
      who: { name: 'Dana Whitfield', company: 'Northbeam' },
      agentState: 'listening',
      callerState: 'speaking',
      lastCallerText: 'we are twelve',
      lastAgentText: 'good to know',
      heardMs: [{ turn: 1, heardMs: 840 }],
      hot: true,
    });
    expect(late.names()[0]).toBe('call');
    expect(late.of('call')[0]?.signals.map(({ name }) => name)).toHaveLength(7);

    call.end();
    expect(await listener.until('call', ({ status }) => status === 'ended')).toMatchObject({
      callId: call.call,
      endReason: 'caller_hung_up',
    });
    for (const one of [late, viewer, listener]) one.close();
  });

  it('hears his own tenant only, and words only with the right to read them, which is written down', async () => {
    const analyst = await listen(api.url, await api.key({ tenant: 'one', role: 'analyst', name: 'ann' }));
    const viewer = await listen(api.url, await api.key({ tenant: 'one', role: 'viewer' }));
    const stranger = await listen(api.url, await api.key({ tenant: 'two', role: 'analyst' }));
    const call = publishing.open('one');
    const other = publishing.open('two');
    call.say('user', 'a secret of one');
    call.signal('industry', 'legal', 'we are lawyers');
    other.say('user', 'a secret of two');
    await analyst.until('words', ({ text }) => text === 'a secret of one');
    await stranger.until('words', ({ text }) => text === 'a secret of two');
    expect((await analyst.until('signal', () => true)).quote).toBe('we are lawyers');
    expect((await viewer.until('signal', () => true)).quote).toBeNull();
    expect((await viewer.until('call', ({ agent }) => agent === 'ada')).lastCallerText).toBeNull();
    await stranger.until('call', ({ callId }) => callId === other.call);

    expect(viewer.of('words')).toEqual([]);
    const callsOf = (listener: Listener) =>
      new Set([...listener.of('call'), ...listener.of('words'), ...listener.of('signal')].map(({ callId }) => callId));
    expect([...callsOf(analyst)]).toEqual([call.call]);
    expect([...callsOf(viewer)]).toEqual([call.call]);
    expect([...callsOf(stranger)]).toEqual([other.call]);
    const reads = () => store.store().run(readsOfCall, { tenant: 'one', callId: call.call });
    await vi.waitFor(async () => expect(await reads()).toHaveLength(1), { timeout: 10_000 });
    expect(await reads()).toMatchObject([{ what: 'live', read_by: 'ann', role: 'analyst' }]);
    for (const listener of [analyst, viewer, stranger]) listener.close();
    for (const one of [call, other]) one.end();
  });

  it('needs a key, and is sent away when that is revoked', async () => {
    expect((await api.get('/v1/live')).status).toBe(401);
    const key = await api.key({ tenant: 'revoked' });
    const listener = await listen(api.url, key);
    const nc = await nats.connect();
    await revokeKey(nc, key.split('_')[1] ?? '');
    await listener.ended;
    expect(listener.cut()).toMatchObject({ code: 'session_over' });
  });

  it('was cut off for being slow, is told so, and goes on where it was', async () => {
    const key = await api.key({ tenant: 'slow' });
    const quick = await listen(api.url, key);
    const slow = await openUnread(`${api.url}/v1/live`, key);
    const call = publishing.open('slow');
    const texts: string[] = [];
    while (!api.log().includes('"code":"too_slow"')) {
      expect(texts.length).toBeLessThan(1_000);
      for (let i = 0; i < 75; i++) texts.push(`${texts.length} ${'x'.repeat(31_000)}`);
      for (const text of texts.slice(-75)) call.say('user', text);
      await quick.until('words', ({ text }) => text === texts.at(-1));
    }
    const read = await slow.read();
    expect(read.text).toContain('"code":"too_slow"');
    const told = (text: string) => texts.filter((one) => text.includes(one.slice(0, 100)));
    expect(told(read.text).length).toBeLessThan(texts.length);

    const lastId = /id: (\d+)\n(?![\s\S]*id: )/.exec(read.text)?.[1];
    const again = await listen(api.url, key, lastId);
    await again.until('words', ({ text }) => text === texts.at(-1));
    const all = new Set([...told(read.text), ...again.of('words').map(({ text }) => text)]);
    expect(all.size).toBe(texts.length);
    for (const listener of [quick, again]) listener.close();
    call.end();
  });
});

describe('who comes back', () => {
  it('over a restart of the api misses nothing', async () => {
    const key = await api.key({ tenant: 'again' });
    const before = await listen(api.url, key);
    const call = publishing.open('again');
    call.say('user', 'words 0');
    await before.until('words', ({ text }) => text === 'words 0');
    const lastId = before.lastId();
    await api.stop();
    await before.ended;
    expect(before.cut()).toMatchObject({ code: 'shutting_down' });

    for (let i = 1; i <= 40; i++) call.say(i % 2 === 0 ? 'user' : 'assistant', `words ${i}`);
    call.exchange('how much is it', 'thirty nine', 500);
    call.signal('team_size', 40);
    api = await startApi({ nats, store });
    const after = await listen(api.url, key, lastId);
    for (let i = 41; i <= 60; i++) call.say('user', `words ${i}`);
    await after.until('words', ({ text }) => text === 'words 60');
    const heard = new Set(after.of('words').map(({ text }) => text));
    for (let i = 1; i <= 60; i++) expect(heard).toContain(`words ${i}`);
    expect(await after.until('turn', ({ heardMs }) => heardMs === 500)).toMatchObject({ callId: call.call });
    await after.until('signal', ({ name }) => name === 'team_size');
    after.close();
    call.end();
  });
});

describe('the lag', () => {
  it('rises while the worker does nothing, and has no sample when there is none', async () => {
    const listener = await listen(api.url, await api.key({ tenant: 'lag' }));
    await listener.until('pulse', ({ lagMs }) => lagMs === 0);
    process.kill(worker.pid, 'SIGSTOP');
    publishing.open('lag').say('user', 'nobody hears');
    for (const atLeast of [500, 2_500])
      await listener.until('pulse', ({ lagMs }) => lagMs !== null && lagMs > atLeast && lagMs < 15_000);
    process.kill(worker.pid, 'SIGCONT');
    await worker.kill('SIGTERM');
    await listener.until('pulse', ({ lagMs }) => lagMs === null);
    expect(listener.of('pulse').at(-1)?.lagMs).toBeNull();
    listener.close();
  });
});

/** A client that asks and does not read until it is told to. */
function openUnread(url: string, key: string): Promise<{ read(): Promise<{ text: string }> }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { Authorization: `Bearer ${key}` } }, (response) => {
      response.pause();
      resolve({
        read: async () => {
          let text = '';
          response.setEncoding('utf8');
          for await (const chunk of response) text += String(chunk);
          return { text };
        },
      });
    });
    asked.once('error', reject);
    asked.end();
  });
}
