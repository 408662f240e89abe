import { Command } from 'commander';
import type { NatsConnection } from 'nats';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { addCommands } from '../../analytics-worker/commands.ts';
import { analysisBucket, currentAnalysis, currentOf } from '../../events/analysis.ts';
import { watchBucket } from '../../lib/broker/watched-bucket.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { provisionBroker } from '../harness/worker.ts';

const printed: string[] = [];
let nats: TestNats;
let nc: NatsConnection;

beforeAll(async () => {
  nats = await startNats();
  await provisionBroker(nats);
  nc = await nats.connect();
}, 60_000);
afterAll(() => nats?.stop());
beforeEach(() => {
  vi.stubEnv('NATS_URL', nats.url);
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  printed.length = 0;
});

async function current(...args: string[]): Promise<string> {
  const program = new Command('earshot');
  addCommands(program);
  await program.parseAsync(['analysis', 'current', ...args], { from: 'user' });
  return printed.join('\n');
}

it('is set by a command, for one tenant, and seen by whoever watches', async () => {
  const watched = await watchBucket(nc, analysisBucket.name, currentAnalysis);
  expect(await watched.get('acme')).toBeUndefined();
  expect(await current('--tenant', 'acme', '--set', 'rules', 'sales@2')).toContain(
    'tenant acme: rules\nversions: sales@2',
  );
  const set = { engine: 'rules', versions: { sales: 2 } };
  await vi.waitFor(async () => expect(await watched.get('acme', { inMemory: true })).toEqual(set));
  expect(await watched.get('rival')).toBeUndefined();
  await current('--tenant', 'acme', '--set', 'default');
  await vi.waitFor(async () => expect(await watched.get('acme', { inMemory: true })).toEqual({ versions: {} }));
  watched.stop();
});

it.each(['gpt', 'nobody@1', 'sales@0', 'sales@'])('refuses %s', async (change) => {
  await expect(current('--tenant', 'acme', '--set', change)).rejects.toMatchObject({
    problem: { code: 'bad_option', field: '--set' },
  });
});

describe('of several results', () => {
  const rows = [
    ['sales', 'rules', 1],
    ['sales', 'rules', 2],
    ['sales', 'llm', 1],
    ['lead', 'rules', 7],
  ].map(([analyser, engine, version]) => ({
    analyser: String(analyser),
    engine: String(engine),
    analyser_version: Number(version),
  }));
  test.each([
    ['unset: llm before rules', undefined, 'llm 1'],
    ['the newest of the engine', { engine: 'rules', versions: {} }, 'rules 2'],
    ['a version of it', { engine: 'rules', versions: { sales: 1 } }, 'rules 1'],
    ['a version that the call does not have', { engine: 'rules', versions: { sales: 9 } }, 'rules 2'],
    ['a version alone', { versions: { sales: 2 } }, 'rules 2'],
  ] as const)('%s', (_, set, expected) => {
    const found = currentOf(rows, set);
    expect(found.map(({ analyser }) => analyser)).toEqual(['sales', 'lead']);
    expect(found.map(({ engine, analyser_version: version }) => `${engine} ${version}`)).toEqual([expected, 'rules 7']);
  });
});
