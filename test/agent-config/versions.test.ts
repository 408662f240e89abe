import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareDocuments } from '../../agent/config/compare.ts';
import { openAgentConfigs, type AgentVersions } from '../../agent/config/versions.ts';
import { sha256Of } from '../../events/agent-config.ts';
import { agentBucket } from '../../events/buckets.ts';
import { managerOf, startNats, type TestNats } from '../harness/nats.ts';
import { document, greeting } from './documents.ts';

const why = { message: 'first', author: 'ann' };
let nats: TestNats;
let tenants = 0;
let tenant: string;

beforeAll(async () => void (nats = await startNats()));
afterAll(() => nats.stop());

async function open(): Promise<AgentVersions> {
  tenant = `tenant-${++tenants}`;
  return openAgentConfigs(await nats.connect(), tenant);
}

describe('a version', () => {
  test('is kept as it was written, with who and why', async () => {
    const configs = await open();
    const before = Date.now();
    expect(await configs.publish(document('# why not'), why)).toEqual({ name: 'ada', version: 1 });
    const stored = await configs.get('ada');
    expect(stored).toMatchObject({ version: 1, text: document('# why not'), ...why });
    expect(stored.sha256).toBe(sha256Of(document('# why not')));
    expect(stored.createdAt).toBeGreaterThanOrEqual(before);
  });

  test('that is bad is not stored at all', async () => {
    const configs = await open();
    await configs.publish(document(), why);
    await expect(configs.publish(document('greetin: Hi'), why)).rejects.toMatchObject({
      problem: { code: 'bad_agent_document', field: 'greetin' },
    });
    expect(await configs.list('ada')).toHaveLength(1);
  });

  test('is kept for good: nothing in the bucket grows old', async () => {
    const configs = await open();
    await configs.publish(document(), why);
    const jsm = await managerOf(await nats.connect());
    const { config } = await jsm.streams.info(`KV_${agentBucket(tenant).name}`);
    expect(config).toMatchObject({ max_age: 0, max_msgs: -1, max_bytes: -1, discard: 'new' });
  });

  test('of two who publish at once: both get a number, the later one is current', async () => {
    const configs = await open();
    const texts = Array.from({ length: 8 }, (_, index) => greeting(`Hello ${index}.`));
    const published = await Promise.all(texts.map((text) => configs.publish(text, why)));
    expect(published.map(({ version }) => version).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const kept = await Promise.all(published.map(({ version }) => configs.get('ada', version)));
    expect(kept.map(({ text }) => text)).toEqual(texts);
    expect((await configs.get('ada')).version).toBe(8);
  });

  test('that nobody published is missing', async () => {
    const configs = await open();
    await expect(configs.get('ada')).rejects.toMatchObject({ problem: { code: 'config_missing', field: 'ada' } });
    await configs.publish(document(), why);
    await expect(configs.get('ada', 2)).rejects.toMatchObject({ problem: { code: 'config_missing', field: 'ada@2' } });
    expect(await configs.list('bob')).toEqual([]);
    expect(await configs.history('bob')).toEqual([]);
  });
});

describe('rolling back', () => {
  test('is one step, on record, and the next version goes on from the newest', async () => {
    const configs = await open();
    for (const words of ['One.', 'Two.', 'Three.']) await configs.publish(greeting(words), why);
    await configs.rollBack('ada', 1, { message: 'two was rude', author: 'bob' });
    expect((await configs.get('ada')).text).toBe(greeting('One.'));
    expect((await configs.list('ada')).map(({ version, current }) => [version, current])).toEqual([
      [1, true],
      [2, false],
      [3, false],
    ]);
    expect((await configs.history('ada')).at(-1)).toMatchObject({ version: 1, message: 'two was rude', author: 'bob' });
    expect(await configs.publish(greeting('Four.'), why)).toMatchObject({ version: 4 });
    expect((await configs.get('ada')).version).toBe(4);
    expect((await configs.history('ada')).map(({ version }) => version)).toEqual([1, 2, 3, 1, 4]);
  });

  test('to a version that is not there changes nothing', async () => {
    const configs = await open();
    await configs.publish(document(), why);
    await expect(configs.rollBack('ada', 7, why)).rejects.toMatchObject({ problem: { code: 'config_missing' } });
    expect((await configs.get('ada')).version).toBe(1);
  });
});

test('a broker that is away is named', async () => {
  const configs = await open();
  await nats.kill();
  try {
    await expect(configs.get('ada')).rejects.toMatchObject({ problem: { code: 'broker_unavailable' } });
  } finally {
    await nats.restart();
  }
});

describe('comparing', () => {
  test('tells fields that changed, came and went', () => {
    const after = greeting('Good day.').replace('vendor: elevenlabs', 'vendor: elevenlabs\n    speed: 1.1');
    expect(compareDocuments(document('cloudModels: false'), after)).toEqual([
      { field: 'greeting', before: 'Hello.', after: 'Good day.' },
      { field: 'cloudModels', before: 'false', after: undefined },
      { field: 'voices.0.speed', before: undefined, after: '1.1' },
    ]);
    expect(compareDocuments(document(), document('# a comment'))).toEqual([]);
  });

  test('tells the lines of a long text that changed', () => {
    const withPrompt = (lines: string[]) =>
      document().replace('prompt: You are Ada.', ['prompt: |', ...lines.map((line) => `  ${line}`)].join('\n'));
    expect(compareDocuments(withPrompt(['Be kind.', 'Be brief.']), withPrompt(['Be kind.', 'Be long.']))).toEqual([
      { field: 'prompt', before: 'Be brief.', after: undefined },
      { field: 'prompt', before: undefined, after: 'Be long.' },
    ]);
  });
});
