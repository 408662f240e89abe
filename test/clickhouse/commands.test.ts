import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { addCommands } from '../../clickhouse/commands.ts';
import { startStore, type TestStore } from '../harness/store.ts';

let test: TestStore;
const printed: string[] = [];

beforeAll(async () => {
  test = await startStore({ migrated: false });
}, 60_000);
afterAll(() => test.stop());
beforeEach(() => {
  vi.stubEnv('CLICKHOUSE_URL', test.url);
  vi.stubEnv('CLICKHOUSE_DATABASE', test.database);
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  printed.length = 0;
});

async function earshot(...args: string[]): Promise<string[]> {
  const program = new Command('earshot');
  addCommands(program);
  await program.parseAsync(args, { from: 'user' });
  return printed.splice(0);
}

describe('earshot store', () => {
  it('status names the command on a store without a schema; migrate makes it; status says so', async () => {
    await expect(earshot('store', 'status')).rejects.toMatchObject({
      problem: { fix: 'run: npm run earshot -- store migrate' },
    });
    expect(await earshot('store', 'migrate')).toContain('applied 0001_facts.sql');
    expect(await earshot('store', 'migrate')).toEqual(['the schema is up to date']);
    expect((await earshot('store', 'status')).join('\n')).toMatch(
      /ClickHouse \d+\.[\s\S]*up since[\s\S]*schema\s+up to date/,
    );
  });

  it('status says that the store is away, and what to do', async () => {
    vi.stubEnv('CLICKHOUSE_URL', 'http://127.0.0.1:1');
    await expect(earshot('store', 'status')).rejects.toMatchObject({
      problem: { code: 'store_unavailable', fix: expect.stringContaining('CLICKHOUSE_URL') },
    });
  });

  it('names the setting that is wrong', async () => {
    vi.stubEnv('CLICKHOUSE_URL', 'localhost');
    await expect(earshot('store', 'status')).rejects.toMatchObject({
      problem: { code: 'bad_setting', field: 'CLICKHOUSE_URL' },
    });
  });
});
