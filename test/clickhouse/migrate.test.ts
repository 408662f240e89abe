import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createStore, type Store, type StoreOptions } from '../../clickhouse/client.ts';
import { migrate } from '../../clickhouse/migrate.ts';
import { assertMigrated } from '../../clickhouse/migrated.ts';
import { checksumOf, readMigrations, type Migration } from '../../clickhouse/migrate/files.ts';
import { appliedMigrations } from '../../clickhouse/migrate/state.ts';
import { startStore, type TestStore } from '../harness/store.ts';

let test: TestStore;
let options: StoreOptions;
let store: Store;
let databases = 0;

beforeAll(async () => {
  test = await startStore({ migrated: false });
}, 60_000);
afterAll(() => test.stop());
beforeEach(() => {
  options = { url: test.url, database: `${test.database}_${++databases}` };
  store = createStore(options);
  return () => store.close();
});

function step(number: number, sql: string): Migration {
  return { number, name: `000${number}_step.sql`, sql, checksum: checksumOf(sql) };
}
const first = step(1, 'CREATE TABLE IF NOT EXISTS a (id Int8) ENGINE = MergeTree ORDER BY id;');
const second = step(2, 'ALTER TABLE a ADD COLUMN IF NOT EXISTS name String;');

describe('migrate', () => {
  it('brings an empty server to the schema, then has nothing to do', async () => {
    const names = (await readMigrations()).map(({ name }) => name);
    expect(await migrate(options)).toEqual(names);
    expect(await migrate(options)).toEqual([]);
    await assertMigrated(store);
  });

  it('may be done by three processes at once', async () => {
    const known = await readMigrations();
    await Promise.all([migrate(options), migrate(options), migrate(options)]);
    const applied = await store.run(appliedMigrations, {});
    expect(applied.map(({ name }) => name)).toEqual(known.map(({ name }) => name));
    await assertMigrated(store);
  });

  it('has only steps that may run twice', async () => {
    await migrate(options);
    const again = (await readMigrations()).map(({ name, ...rest }) => ({ name, ...rest }));
    await store.command('forget', 'TRUNCATE TABLE migrations_v1');
    expect(await migrate(options, { migrations: again })).toHaveLength(again.length);
  });

  it('goes on after the step that failed', async () => {
    const broken = step(2, 'ALTER TABLE a ADD COLUMN IF NOT EXISTS name String; ALTER TABLE nope DROP COLUMN x;');
    await expect(migrate(options, { migrations: [first, broken] })).rejects.toMatchObject({
      problem: { message: expect.stringContaining('migrate-0002_step.sql') },
    });
    expect(await migrate(options, { migrations: [first, second] })).toEqual(['0002_step.sql']);
  });

  it('refuses a step that was changed after it had been applied, and names the file', async () => {
    await migrate(options, { migrations: [first] });
    const changed = { ...first, checksum: checksumOf(`${first.sql} `) };
    const refused = {
      problem: {
        code: 'schema_changed',
        field: '0001_step.sql',
        fix: expect.stringContaining('npm run earshot -- store migrate'),
      },
    };
    await expect(migrate(options, { migrations: [changed] })).rejects.toMatchObject(refused);
    await expect(assertMigrated(store, [changed])).rejects.toMatchObject(refused);
  });

  it('takes other line ends for no change', () => {
    expect(checksumOf('a\r\nb\r\n')).toBe(checksumOf('a\nb\n'));
  });

  it('refuses a schema that is newer than the program', async () => {
    await migrate(options, { migrations: [first, second] });
    const refused = { problem: { code: 'schema_newer', field: '0002_step.sql' } };
    await expect(migrate(options, { migrations: [first] })).rejects.toMatchObject(refused);
    await expect(assertMigrated(store, [first])).rejects.toMatchObject(refused);
  });
});

describe('assertMigrated', () => {
  it('names the command when there is no database', async () => {
    await expect(assertMigrated(store)).rejects.toMatchObject({
      problem: { code: 'schema_missing', fix: 'run: npm run earshot -- store migrate' },
    });
  });

  it('names the step and the command when the schema is behind', async () => {
    await migrate(options, { migrations: [first] });
    await expect(assertMigrated(store, [first, second])).rejects.toMatchObject({
      problem: { code: 'schema_behind', field: '0002_step.sql', fix: 'run: npm run earshot -- store migrate' },
    });
  });

  it('says that the store is away when it is', async () => {
    const away = createStore({ ...options, url: 'http://127.0.0.1:1' });
    await expect(assertMigrated(away)).rejects.toMatchObject({
      retriable: 'yes',
      problem: { code: 'store_unavailable' },
    });
    await away.close();
  });
});

describe('readMigrations', () => {
  it('refuses a hole in the numbers', async () => {
    const dir = await mkdtemp(path.join(os.tmpdir(), 'earshot-migrations-'));
    await writeFile(path.join(dir, '0001_a.sql'), 'SELECT 1');
    await writeFile(path.join(dir, '0003_b.sql'), 'SELECT 1');
    await expect(readMigrations(pathToFileURL(`${dir}/`))).rejects.toMatchObject({
      problem: { code: 'bad_migration', field: '0003_b.sql' },
    });
    await rm(dir, { recursive: true });
  });
});
