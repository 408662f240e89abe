import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { revokeKey } from '../../api/auth/keys.ts';
import { may, type Role } from '../../api/auth/principal.ts';
import { roles } from '../../api/schemas/roles.ts';
import { defineQuery } from '../../clickhouse/query.ts';
import { encode } from '../../events/codec.ts';
import { streams, subjects } from '../../events/subjects.ts';
import { startApi, type TestApi } from '../harness/api.ts';
import { LIVEKIT, signatureOf } from '../harness/livekit-webhooks.ts';
import { managerOf, startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker, startWorker, type TestWorker } from '../harness/worker.ts';
import { aCall, EMAIL, SAID } from './a-call.ts';
import { readRoutes, type Route } from './documented-routes.ts';

/**
 * Tried on every route of the app, as the OpenAPI document lists them: a new route is tried by itself. A path parameter
 * that is new wants a value in `values`.
 */
const CALL = 'call-of-t1';
const WAIT = { timeout: 30_000, interval: 100 };
const seeded = defineQuery({
  name: 'seeded',
  sql: `SELECT person_key, (SELECT count() FROM dead_letters_v1 WHERE tenant = 't1') AS letters
        FROM sessions_v1 FINAL WHERE tenant = 't1' AND status = 'ended' AND complete`,
  params: z.object({}),
  row: z.object({ person_key: z.string(), letters: z.number().positive() }),
});

let nats: TestNats;
let store: TestStore;
let worker: TestWorker;
let api: TestApi;
let routes: Route[];
/** What only `t1` may see. */
let marks: string[];

beforeAll(async () => {
  [nats, store] = await Promise.all([startNats(), startStore()]);
  await provisionBroker(nats);
  [worker, api] = await Promise.all([
    startWorker({ nats, store }),
    startApi({ nats, store }, { ...LIVEKIT, WEB_CALLS_LIMIT: '1000' }),
  ]);
  const nc = await nats.connect();
  const js = nc.jetstream();
  for (const fact of aCall(CALL)) {
    await js.publish(subjects.event('t1', CALL, fact.type), encode(fact), { msgID: fact.id });
  }
  await js.publish(subjects.event('t1', 'call-nobody-reads', 'item.committed'), new TextEncoder().encode(`{"${SAID}`));
  const reader = store.store();
  const { person_key: personKey } = await vi.waitFor(async () => {
    const [found] = await reader.run(seeded, {});
    if (!found) throw new Error('the worker has not stored the call yet');
    return found;
  }, WAIT);
  marks = [CALL, personKey, SAID, EMAIL, 'call-nobody-reads'];
  routes = await readRoutes(api, { call: CALL, person: personKey, seq: '1', room: 'web-of-t1' });
}, 90_000);
afterAll(async () => {
  await api?.stop();
  await worker?.kill('SIGTERM');
  await Promise.all([nats?.stop(), store?.stop()]);
});

const LOGIN = 'POST /v1/session';
const signed = () => routes.filter(({ signature }) => signature !== undefined);
const guarded = () => routes.filter((route) => route.name !== LOGIN && !signed().includes(route));

/** Reads at once, then what changes something. */
async function onEvery(work: (route: Route) => Promise<void>): Promise<void> {
  const isRead = ({ method }: Route) => method === 'GET';
  await Promise.all(guarded().filter(isRead).map(work));
  for (const route of guarded()) if (!isRead(route)) await work(route);
}

type Answer = { status: number; text: string };

/** What a test says of an answer; of one that says nothing of its inside, what the log has. */
function said({ status, text }: Answer, what: string): string {
  const inside = api
    .log()
    .split('\n')
    .findLast((line) => line.includes('"request failed"'));
  return `${what}: ${status} ${text.slice(0, 300)}${status === 500 ? inside : ''}`;
}

async function ask(route: Pick<Route, 'method' | 'path'>, headers: Record<string, string>): Promise<Answer> {
  const answer = await fetch(api.url + route.path, { method: route.method, headers });
  const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  return { status: answer.status, text: isStream ? await firstPulse(answer) : await answer.text() };
}
const withKey = (key: string) => ({ Authorization: `Bearer ${key}` });

/** A live stream says how things stand, then has a pulse. */
async function firstPulse(answer: Response): Promise<string> {
  let text = '';
  for await (const chunk of answer.body ?? []) {
    text += Buffer.from(chunk as Uint8Array).toString();
    if (text.includes('event: pulse')) break;
  }
  return text;
}

const errorShape = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    message: z.string(),
    field: z.string().optional(),
    hint: z.string().min(1),
    requestId: z.string().min(1),
  }),
});
const INSIDE = /\bat .*[.](ts|js|mjs):\d+|node_modules|SELECT |\bError:|_v1\b/;

function expectError(answer: Answer, statuses: number[], what: string): void {
  const { status, text } = answer;
  expect(statuses, said(answer, what)).toContain(status);
  expect(errorShape.safeParse(JSON.parse(text)).success, `${what}: ${text}`).toBe(true);
  expect(text, what).not.toMatch(INSIDE);
}

function expectNothingOf(found: string[], text: string, what: string): void {
  expect(
    found.filter((mark) => text.includes(mark)),
    what,
  ).toEqual([]);
}

describe('every route', () => {
  it('is under /v1 and states what its caller needs', () => {
    expect(routes.length).toBeGreaterThan(2);
    expect(routes.filter(({ path }) => !path.startsWith('/v1/'))).toEqual([]);
    expect(guarded().filter(({ right }) => right === null)).toEqual([]);
    const needNothing = guarded().filter(({ right }) => right === undefined);
    expect(needNothing.map(({ name }) => name)).toEqual(['GET /v1/session', 'DELETE /v1/session']);
    expect(Object.fromEntries(signed().map(({ name, signature }) => [name, signature]))).toEqual({
      'POST /v1/livekit/webhooks': 'livekit',
      'POST /v1/web-calls/{room}/reports': 'webCall',
    });
  });

  it('answers nothing without a key, and nothing with a wrong, foreign or revoked one', async () => {
    const key = await api.key();
    const revoked = await api.key();
    expect((await api.get('/v1/session', revoked)).status).toBe(200);
    await revokeKey(await nats.connect(), revoked.slice(3, 15));
    await vi.waitFor(async () => expect((await api.get('/v1/session', revoked)).status).toBe(401), WAIT);
    const wrong: Record<string, Record<string, string>> = {
      none: {},
      wrong: withKey(`${key.slice(0, 16)}${'A'.repeat(43)}`),
      malformed: withKey('x'),
      revoked: withKey(revoked),
      cookie: { Cookie: 'earshot_00000000=x; earshot=x' },
      basic: { Authorization: `Basic ${Buffer.from(`x:${key}`).toString('base64')}` },
    };
    await onEvery(async (route) => {
      for (const [kind, headers] of Object.entries(wrong)) {
        const answer = await ask(route, headers);
        expectError(answer, [401], `${route.name}, ${kind}`);
        expectNothingOf(marks, answer.text, `${route.name}, ${kind}`);
      }
    });
  });

  it('that takes a signature in the place of a key takes nothing else: no key, no session, no other signature', async () => {
    const key = await api.key();
    const { token } = (await (
      await fetch(`${api.url}/v1/web-calls`, { method: 'POST', headers: withKey(key) })
    ).json()) as { token: string };
    const session = await fetch(`${api.url}/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: api.url },
      body: JSON.stringify({ code: await api.code() }),
    });
    expect(session.status).toBe(200);
    const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
    const foreign = await signatureOf('', { secret: 'another-secret-of-32-characters-xx' });
    const wrong: Record<string, Record<string, string>> = {
      none: {},
      key: withKey(key),
      session: { Cookie: cookie, Origin: api.url },
      malformed: { Authorization: 'x' },
      'a foreign signature': { Authorization: foreign },
      'a foreign signature as a token': withKey(foreign),
    };
    for (const route of signed()) {
      const other = route.signature === 'livekit' ? { Authorization: token } : withKey(await signatureOf(''));
      for (const [kind, headers] of Object.entries({ ...wrong, other })) {
        const answer = await ask(route, headers);
        expectError(answer, [401], `${route.name}, ${kind}`);
        expectNothingOf(marks, answer.text, `${route.name}, ${kind}`);
      }
    }
    const reports = signed().find(({ signature }) => signature === 'webCall');
    if (!reports) throw new Error('no route takes the token of a caller');
    for (const value of ['web-of-t1', CALL, '%00', '..%2f..%2fetc', 'x'.repeat(2_000)])
      expectError(await ask({ ...reports, path: reports.pathWith(value) }, withKey(token)), [400, 404], value);
  });

  it("shows another tenant's key nothing: what has an id is not there, what is listed is empty", async () => {
    const foreign = withKey(await api.key({ tenant: 't2' }));
    await onEvery(async (route) => {
      const answer = await ask(route, foreign);
      expectNothingOf(marks, answer.text, route.name);
      if (route.hasParameter) expectError(answer, [404], route.name);
      else expect([200, 201, 204], said(answer, route.name)).toContain(answer.status);
    });
  });

  it("shows its own tenant's key what is there", async () => {
    const own = withKey(await api.key());
    const seen: string[] = [];
    await onEvery(async (route) => {
      if (route.method !== 'GET') return;
      const { text } = await ask(route, own);
      if (marks.some((mark) => text.includes(mark))) seen.push(route.name);
    });
    const expected = ['/v1/calls', '/v1/calls/{call}/transcript', '/v1/leads', '/v1/live', '/v1/dead-letters'];
    const there = routes.map(({ name }) => name);
    expect(seen).toEqual(
      expect.arrayContaining(expected.map((path) => `GET ${path}`).filter((one) => there.includes(one))),
    );
    expect(seen.length).toBeGreaterThan(2);
  });

  it('answers what nobody would ask without falling over', async () => {
    const own = withKey(await api.key());
    const odd = ["'", '%00', '..%2f..%2fetc', '%22%3E%3Cscript%3E', 'x'.repeat(2_000), '-1', '%E0%A4%A'];
    for (const route of guarded().filter(({ hasParameter }) => hasParameter)) {
      for (const value of odd) {
        const what = `${route.name} with ${value.slice(0, 20)}`;
        expectError(await ask({ ...route, path: route.pathWith(value) }, own), [400, 404], what);
      }
    }
    for (const route of guarded().filter(({ method }) => method === 'GET')) {
      for (const name of route.queryNames) {
        const what = `${route.name}?${name}`;
        const path = `${route.path.split('?')[0]}?${name}=%00%27`;
        const answer = await ask({ ...route, path }, own);
        expect([200, 400], said(answer, what)).toContain(answer.status);
        if (answer.status === 400) expectError(answer, [400], what);
      }
    }
  });

  it('that gives away what was said writes down that it does', async () => {
    const own = withKey(await api.key({ role: 'analyst' }));
    const nc = await nats.connect();
    const jsm = await managerOf(nc);
    const filter = { subjects_filter: `ev.t1.${CALL}.transcript.read` };
    const reads = async () => {
      const { state } = await jsm.streams.info(streams.events.name, filter);
      return Object.values(state.subjects ?? {}).reduce((sum, count) => sum + count, 0);
    };
    const giving: string[] = [];
    for (const route of guarded()) {
      if (route.method !== 'GET' || !allows('analyst', route)) continue;
      const before = await reads();
      const { status, text } = await ask(route, own);
      expect(status, route.name).toBe(200);
      const isOnlyForWords = route.right === 'transcripts' && route.path.includes(CALL);
      if (!isOnlyForWords && !/"quote":"/.test(text) && !text.includes(SAID)) continue;
      expect(await reads(), route.name).toBe(before + 1);
      giving.push(route.name);
    }
    const quoting = ['calls/{call}/score', 'calls/{call}/signals', 'calls/{call}/analysis', 'leads', 'leads/{person}'];
    expect(giving).toEqual(expect.arrayContaining(quoting.map((path) => `GET /v1/${path}`)));
    expect(giving).toContain('GET /v1/calls/{call}/transcript');
  });

  it('gives a role what it may and refuses the rest; words only with the right to read them', async () => {
    const keys = await Promise.all(roles.map(async (role) => [role, withKey(await api.key({ role }))] as const));
    for (const [role, headers] of keys.toReversed()) {
      await onEvery(async (route) => {
        const what = `${route.name} as ${role}`;
        const answer = await ask(route, headers);
        if (!allows(role, route)) expectError(answer, [403], what);
        else expect([200, 201, 202, 204], said(answer, what)).toContain(answer.status);
        if (!may({ role }, 'transcripts')) expectNothingOf([SAID], answer.text, what);
      });
    }
  });
});

function allows(role: Role, { right }: Route): boolean {
  return right === undefined || right === null || may({ role }, right);
}
