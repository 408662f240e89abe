import { writeFile } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { waitAfter } from '../../analytics-worker/delivery/answer.ts';
import { readDestinations, type Destination } from '../../analytics-worker/delivery/destinations.ts';
import { createPaces } from '../../analytics-worker/delivery/pace.ts';
import { postToSlack } from '../../analytics-worker/delivery/slack/post.ts';
import { freePort } from '../../lib/ports.ts';
import { GOOD_TOKEN, SALES, startSlack, type Misbehaviour, type TestSlack } from '../harness/slack.ts';

let slack: TestSlack;
beforeAll(async () => void (slack = await startSlack()));
afterAll(() => slack?.stop());

const { signal } = new AbortController();
const rendered = (text: string) => ({ text, blocks: [{ type: 'divider' }] });
const bot = (more = {}) =>
  ({ kind: 'slack_bot', apiUrl: slack.apiUrl, token: GOOD_TOKEN, channel: SALES, ...more }) as const;

describe('one request', () => {
  test('to a webhook, and to a bot in a thread', async () => {
    const sent = await postToSlack({ kind: 'slack_webhook', url: slack.webhook('one') }, rendered('to a webhook'), {
      signal,
    });
    expect(sent).toEqual({ kind: 'sent', status: 200 });
    const first = await postToSlack(bot(), rendered('to a bot'), { signal });
    expect(first).toMatchObject({ kind: 'sent', thread: { channel: SALES } });
    const thread = { channel: SALES, ts: '1700000000.000042' };
    await postToSlack(bot({ channel: 'another' }), rendered('in a thread'), { signal, thread });
    expect(slack.about('in a thread')).toMatchObject([
      { body: { channel: SALES, thread_ts: thread.ts }, token: GOOD_TOKEN },
    ]);
    expect(slack.about('to a webhook')).toMatchObject([
      { body: { link_names: false, parse: 'none' }, token: undefined },
    ]);
  });

  test.each<[string, Misbehaviour, object]>([
    ['too many', { status: 429, headers: { 'retry-after': '7' } }, { kind: 'later', unsure: false, waitMs: 7_000 }],
    ['too many, at once', { status: 429, headers: { 'retry-after': '0' } }, { kind: 'later', waitMs: 1_000 }],
    ['too many, no time', { status: 429 }, { kind: 'later', unsure: false, error: 'ratelimited' }],
    ['server fault', { status: 503, body: 'secret' }, { kind: 'later', unsure: true, error: 'server_error' }],
    ['no such hook', { status: 404, body: 'no_service' }, { kind: 'refused', status: 404, error: 'no_service' }],
    ['a page', { status: 403, body: '<html>token=x' }, { kind: 'refused', status: 403, error: 'error' }],
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, { kind: 'refused', status: 302 }],
    ['cut after receipt', 'cut', { kind: 'later', status: null, unsure: true }],
    ['slow', { slowMs: 3_000 }, { kind: 'later', status: null, unsure: true, error: 'TimeoutError' }],
  ])('webhook: %s', async (about, misbehaviour, answer) => {
    slack.misbehave(`webhook ${about}`, misbehaviour);
    const destination = { kind: 'slack_webhook', url: slack.webhook('one') } as const;
    const options = { signal, timeoutMs: about === 'slow' ? 100 : 10_000 };
    expect(await postToSlack(destination, rendered(`webhook ${about}`), options)).toMatchObject(answer);
  });

  test.each<[string, object, Misbehaviour | undefined, object]>([
    ['wrong token', { token: 'xoxb-bad' }, undefined, { kind: 'refused', error: 'invalid_auth' }],
    ['wrong channel', { channel: 'C404' }, undefined, { kind: 'refused', error: 'channel_not_found' }],
    ['passing', {}, { status: 200, body: '{"ok":false,"error":"fatal_error"}' }, { kind: 'later', unsure: true }],
    ['limited', {}, { status: 200, body: '{"ok":false,"error":"ratelimited"}' }, { kind: 'later', unsure: false }],
    ['unreadable', {}, { status: 200, body: '<html>' }, { kind: 'later', unsure: true, error: 'unreadable_answer' }],
  ])('bot: %s', async (about, more, misbehaviour, answer) => {
    if (misbehaviour) slack.misbehave(`bot ${about}`, misbehaviour);
    expect(await postToSlack(bot(more), rendered(`bot ${about}`), { signal })).toMatchObject(answer);
  });

  test('that nobody was there to take did not arrive', async () => {
    const destination = { kind: 'slack_webhook', url: `http://127.0.0.1:${await freePort()}/` } as const;
    const answer = await postToSlack(destination, rendered('x'), { signal });
    expect(answer).toEqual({ kind: 'later', status: null, error: 'ECONNREFUSED', unsure: false });
  });

  test('is repeated after growing waits, five minutes at most', () => {
    expect([1, 2, 3, 30].map(waitAfter)).toEqual([1_000, 2_000, 4_000, 300_000]);
  });
});

test('a pause of a destination is not cut short by a shorter one, and is that destination alone', () => {
  const paces = createPaces();
  const [one, other] = (['C1', 'C2'] as const).map((channel) => paces(bot({ channel })));
  expect(one?.pauseMs()).toBe(0);
  one?.pauseFor(60_000);
  one?.pauseFor(1_000);
  expect(one?.pauseMs()).toBeGreaterThan(50_000);
  expect(other?.pauseMs()).toBe(0);
});

describe('destinations', () => {
  const SECRET = 'xoxb-very-secret';
  async function read(yaml: string, webhookUrl?: string) {
    const dir = await mkdtemp(path.join(os.tmpdir(), 'earshot-destinations-'));
    onTestFinished(() => rm(dir, { recursive: true }));
    const config = path.join(dir, 'destinations.yaml');
    await writeFile(config, yaml);
    return readDestinations({ config, webhookUrl, slackApiUrl: 'https://slack.com/api' });
  }

  test('belong to tenants; one webhook alone serves all others; without one, messages are printed', async () => {
    const yaml = `tenants:\n  acme: { slack: { botToken: ${SECRET}, channel: C1 } }\n  hooks: { slack: { webhookUrl: 'https://hooks.example/x' } }\n`;
    const bySetting = await read(yaml, 'https://hooks.example/all');
    const expected: Record<string, Destination> = {
      acme: { kind: 'slack_bot', apiUrl: 'https://slack.com/api', token: SECRET, channel: 'C1' },
      hooks: { kind: 'slack_webhook', url: 'https://hooks.example/x' },
      other: { kind: 'slack_webhook', url: 'https://hooks.example/all' },
    };
    for (const [tenant, destination] of Object.entries(expected)) expect(bySetting.of(tenant)).toEqual(destination);
    expect((await read(yaml)).of('other')).toEqual({ kind: 'printed' });
    expect((await readDestinations({ slackApiUrl: '' })).of('acme')).toEqual({ kind: 'printed' });
  });

  test.each([
    ['tenants.acme.slack.webhookUrl', `tenants: { acme: { slack: { webhookUrl: 'http://hooks.example/${SECRET}' } } }`],
    ['tenants.acme.slack.webhookUrl', 'tenants: { acme: { slack: { channel: C1 } } }'],
    ['tenants.acme.slack.channel', `tenants: { acme: { slack: { botToken: ${SECRET} } } }`],
    ['tenants.acme.slack', 'tenants: { acme: {} }'],
    ['tenants.acme', `tenants: { acme: ${SECRET} }`],
    ['tenants.a b', `tenants: { 'a b': { slack: { botToken: ${SECRET}, channel: C1 } } }`],
    ['tenants', 'acme: {}'],
    ['DESTINATIONS_CONFIG', `tenants:\n  acme: { slack: { botToken: "${SECRET}\n`],
  ])('that do not fit name the field, and no secret: %s', async (field, yaml) => {
    const refused = await read(yaml).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      problem: { code: 'bad_destinations', field, fix: expect.stringContaining('docs/alerts.md') },
    });
    expect(String(refused)).not.toContain(SECRET);
  });

  test('of a file that is not there name the setting', async () => {
    await expect(readDestinations({ config: '/nowhere/x.yaml', slackApiUrl: '' })).rejects.toMatchObject({
      problem: { code: 'bad_destinations', field: 'DESTINATIONS_CONFIG', message: expect.stringContaining('ENOENT') },
    });
  });
});
