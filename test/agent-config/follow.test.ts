import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openLink } from '../../agent/collector/connection.ts';
import { followAgentConfigs } from '../../agent/config/agent-configs.ts';
import { openAgentConfigs } from '../../agent/config/versions.ts';
import { agentKeys, sha256Of } from '../../events/agent-config.ts';
import { agentBucket } from '../../events/buckets.ts';
import type { Problem } from '../../lib/errors.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { document, greeting } from './documents.ts';

const why = { message: '', author: 'ann' };
const FILE = greeting('From the file.');
let nats: TestNats;
let tenants = 0;

beforeAll(async () => void (nats = await startNats()));
afterAll(() => nats.stop());

async function aTenant() {
  const tenant = `follow-${++tenants}`;
  const stateDir = await mkdtemp(path.join(os.tmpdir(), 'earshot-config-'));
  onTestFinished(() => rm(stateDir, { recursive: true, force: true }));
  const nc = await nats.connect();
  const versions = openAgentConfigs(nc, tenant);
  const kv = () => nc.jetstream().views.kv(agentBucket(tenant).name, { bindOnly: true });
  return { tenant, stateDir, versions, kv };
}

/** What a process that takes calls has. */
async function aProcess({ tenant, stateDir, url = nats.url }: { tenant: string; stateDir: string; url?: string }) {
  const problems: Problem[] = [];
  const link = openLink({ url }, () => undefined);
  const configs = await followAgentConfigs({
    ...{ link, tenant, stateDir },
    fileText: FILE,
    onProblem: (problem) => problems.push(problem),
  });
  onTestFinished(async () => {
    await configs.stop();
    await link.release();
  });
  return { configs, problems };
}

describe('a running process', () => {
  test('has a new version within two seconds, and a call keeps its own', async () => {
    const tenant = await aTenant();
    await tenant.versions.publish(greeting('One.'), why);
    const { configs, problems } = await aProcess(tenant);
    const pinned = configs.current();
    expect(pinned).toMatchObject({ label: '1', version: 1, document: { greeting: 'One.' } });
    const startedAt = performance.now();
    await tenant.versions.publish(greeting('Two.'), why);
    await vi.waitFor(() => expect(configs.current().document.greeting).toBe('Two.'), { timeout: 5_000, interval: 10 });
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(pinned.document.greeting).toBe('One.');
    await tenant.versions.rollBack('ada', 1, why);
    await vi.waitFor(() => expect(configs.current().version).toBe(1), { timeout: 2_000, interval: 10 });
    expect(problems).toEqual([]);
  });

  test('begins with the file where nothing is published, and follows the first publishing', async () => {
    const tenant = await aTenant();
    const { configs } = await aProcess(tenant);
    expect(configs.current()).toMatchObject({ version: null, label: `file-${sha256Of(FILE).slice(0, 8)}` });
    await tenant.versions.publish(greeting('One.'), why);
    await vi.waitFor(() => expect(configs.current().version).toBe(1), { timeout: 2_000, interval: 10 });
  });

  test('knows another agent when it is asked for, and any version of one', async () => {
    const tenant = await aTenant();
    await tenant.versions.publish(document().replace('name: ada', 'name: bob'), why);
    await tenant.versions.publish(greeting('One.'), why);
    await tenant.versions.publish(greeting('Two.'), why);
    const { configs } = await aProcess(tenant);
    expect(configs.current('bob').version).toBeNull();
    await configs.follow('bob');
    expect(configs.current('bob')).toMatchObject({ version: 1, document: { name: 'bob' } });
    expect(await configs.version('ada', 1)).toMatchObject({ label: '1', document: { greeting: 'One.' } });
    await expect(configs.version('ada', 9)).rejects.toMatchObject({ problem: { code: 'config_missing' } });
  });
});

describe('rubbish in the bucket', () => {
  const entry = (text: string, sha256 = sha256Of(text)) =>
    JSON.stringify({ version: 2, text, sha256, message: '', author: 'mallory', createdAt: 1 });

  test.each([
    ['that is no version', 'rubbish', 'config_broken'],
    ['that was changed underway', entry(greeting('Two.'), 'no such hash'), 'config_broken'],
    ['that is a bad document', entry(document('greetin: Hi')), 'bad_agent_document'],
    ['that is of another agent', entry(document().replace('name: ada', 'name: bob')), 'config_broken'],
    ['that is not there', undefined, 'config_missing'],
  ])('%s is refused, told once, and the running one stays', async (_what, value, code) => {
    const tenant = await aTenant();
    await tenant.versions.publish(greeting('One.'), why);
    const { configs, problems } = await aProcess(tenant);
    const kv = await tenant.kv();
    if (value !== undefined) await kv.put(agentKeys.version('ada', 2), value);
    await kv.put(
      agentKeys.current('ada'),
      JSON.stringify({ version: 2, published: 2, message: '', author: 'mallory', changedAt: 1 }),
    );
    await vi.waitFor(() => expect(problems).toHaveLength(1), { timeout: 2_000 });
    expect(problems).toMatchObject([{ code }]);
    expect(configs.current().document.greeting).toBe('One.');
    // It goes on with the next good one, and has not told of the bad one again.
    await tenant.versions.publish(greeting('Three.'), why);
    await vi.waitFor(() => expect(configs.current().document.greeting).toBe('Three.'), { timeout: 2_000 });
    expect(problems).toHaveLength(1);
  });

  test('where it should say what is current is refused too, and publishing mends it', async () => {
    const tenant = await aTenant();
    await tenant.versions.publish(greeting('One.'), why);
    const { configs, problems } = await aProcess(tenant);
    await (await tenant.kv()).put(agentKeys.current('ada'), '{"version":"newest"}');
    await vi.waitFor(() => expect(problems).toMatchObject([{ code: 'config_broken', field: 'ada.current' }]), {
      timeout: 2_000,
    });
    expect(configs.current().version).toBe(1);
    expect(await tenant.versions.publish(greeting('Two.'), why)).toMatchObject({ version: 2 });
    await vi.waitFor(() => expect(configs.current().version).toBe(2), { timeout: 2_000 });
  });
});

describe('while the broker is away', () => {
  test('calls begin with the last good version, and the next one comes with the broker', async () => {
    const tenant = await aTenant();
    await tenant.versions.publish(greeting('One.'), why);
    const { configs } = await aProcess(tenant);
    await nats.kill();
    expect(configs.current().document.greeting).toBe('One.');
    await expect(configs.version('ada', 7)).rejects.toMatchObject({ problem: { code: 'broker_unavailable' } });
    await nats.restart();
    await openAgentConfigs(await nats.connect(), tenant.tenant).publish(greeting('Two.'), why);
    await vi.waitFor(() => expect(configs.current().document.greeting).toBe('Two.'), { timeout: 5_000 });
  });

  test('a process that starts has the copy of this machine', async () => {
    const tenant = await aTenant();
    await tenant.versions.publish(greeting('One.'), why);
    await aProcess(tenant);
    const startedAt = performance.now();
    const { configs } = await aProcess({ ...tenant, url: 'nats://127.0.0.1:1' });
    expect(configs.current()).toMatchObject({ label: '1', document: { greeting: 'One.' } });
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  test('a copy that is broken is told, and the file is used', async () => {
    const tenant = await aTenant();
    await tenant.versions.publish(greeting('One.'), why);
    await aProcess(tenant);
    const folder = path.join(tenant.stateDir, 'agents');
    const [copy = ''] = await readdir(folder);
    await writeFile(path.join(folder, copy), '{"version":1');
    const { configs, problems } = await aProcess({ ...tenant, url: 'nats://127.0.0.1:1' });
    expect(problems).toMatchObject([{ code: 'config_copy_failed', field: 'ada' }]);
    expect(configs.current().document.greeting).toBe('From the file.');
  });
});
