import { execFile } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { tempDir } from './temp.ts';

const root = path.join(import.meta.dirname, '../..');
/** Over the bare start of Node, so that a busy machine does not count. */
const QUIET_MS = 100;

type Result = { code: number; output: string; ms: number };

/** Packages that need no network: one that loads TypeScript, one that builds, and for who runs it in production only: this test is none. */
const VITE = `import { mkdirSync, writeFileSync } from 'node:fs';
if (process.env.NODE_ENV !== 'production') throw new Error('made for ' + process.env.NODE_ENV);
const [folder, file] = { dashboard: ['dashboard', 'index.html'], 'deploy/analyze': ['analyze', 'main.js'] }[process.argv[3]];
mkdirSync('dist/' + folder, { recursive: true });
writeFileSync('dist/' + folder + '/' + file, '');
`;
const SOURCES = [
  'deploy/analyze/main.ts',
  'analytics-worker/deep/rule.ts',
  'clickhouse/env.ts',
  'events/ids.ts',
  'lib/env.ts',
];

/** A clone with packages of its own, so that a real `npm install` needs no network. */
async function clone({ node = '>=20.19', tsx = 'file:vendor/tsx' } = {}): Promise<string> {
  const dir = await tempDir();
  await mkdir(path.join(dir, 'deploy'));
  await mkdir(path.join(dir, 'vendor/tsx'), { recursive: true });
  await copyFile(path.join(root, 'deploy/setup.mjs'), path.join(dir, 'deploy/setup.mjs'));
  await symlink(path.join(root, 'deploy/local'), path.join(dir, 'deploy/local'));
  const loader = `import ${JSON.stringify(path.join(root, 'node_modules/tsx/dist/loader.mjs'))};\n`;
  await writeFile(path.join(dir, 'vendor/tsx/index.mjs'), loader);
  const vendored = { name: 'tsx', version: '1.0.0', exports: './index.mjs' };
  await writeJson(path.join(dir, 'vendor/tsx/package.json'), vendored);
  for (const folder of ['vendor/vite/bin', 'dashboard', 'api/schemas']) {
    await mkdir(path.join(dir, folder), { recursive: true });
  }
  for (const file of ['api/types.ts', ...SOURCES]) {
    await mkdir(path.join(dir, path.dirname(file)), { recursive: true });
    await writeFile(path.join(dir, file), '');
  }
  await writeFile(path.join(dir, 'dashboard/index.html'), 'first');
  await writeFile(path.join(dir, 'vendor/vite/bin/vite.js'), VITE);
  const vite = { name: 'vite', version: '1.0.0', type: 'module' };
  await writeJson(path.join(dir, 'vendor/vite/package.json'), vite);
  const dependencies = { tsx, vite: 'file:vendor/vite' };
  const project = { name: 'clone', version: '1.0.0', engines: { node }, dependencies };
  await writeJson(path.join(dir, 'package.json'), project);
  const lock = {
    '': project,
    'node_modules/tsx': { resolved: 'vendor/tsx', link: true },
    'node_modules/vite': { resolved: 'vendor/vite', link: true },
    'vendor/tsx': vendored,
    'vendor/vite': vite,
  };
  await writeJson(path.join(dir, 'package-lock.json'), {
    name: 'clone',
    lockfileVersion: 3,
    requires: true,
    packages: lock,
  });
  return dir;
}

const setup = (dir: string, env: Record<string, string> = {}) => run(dir, ['deploy/setup.mjs'], env);

function run(dir: string, args: string[], env: Record<string, string> = {}): Promise<Result> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const options = { cwd: dir, env: { ...process.env, ...env } };
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      const code = error ? Number(error.code ?? 1) : 0;
      resolve({ code, output: stdout + stderr, ms: performance.now() - startedAt });
    });
  });
}

const writeJson = (file: string, value: unknown) => writeFile(file, JSON.stringify(value, undefined, 2));
const lockOf = (dir: string) => readFile(path.join(dir, 'package-lock.json'), 'utf8');

test('makes a fresh clone ready, says what takes time, and leaves the clone as it was', async () => {
  const dir = await clone();
  const before = { lock: await lockOf(dir), entries: await readdir(dir) };
  const { code, output } = await setup(dir);
  expect({ code, output }).toEqual({
    code: 0,
    output: expect.stringMatching(
      /^setup: packages …\n(?:.*\n)*setup: packages ready \(\d+\.\d s\)\nsetup: nats-server …\nsetup: nats-server ready \(\d+\.\d s\)\nsetup: dashboard …\nsetup: dashboard ready \(\d+\.\d s\)\nsetup: deploy\/analyze …\nsetup: deploy\/analyze ready \(\d+\.\d s\)\n$/,
    ),
  });
  expect(await lockOf(dir)).toBe(before.lock);
  expect((await readdir(dir)).toSorted()).toEqual([...before.entries, 'dist', 'node_modules'].toSorted());
});

test('is silent and quick when all is there', async () => {
  const dir = await clone();
  await setup(dir);
  const overNode: number[] = [];
  for (let round = 0; round < 5; round++) {
    const bare = await run(dir, ['-e', '0']);
    const { ms, ...said } = await setup(dir);
    expect(said).toEqual({ code: 0, output: '' });
    overNode.push(ms - bare.ms);
  }
  expect(Math.min(...overNode)).toBeLessThan(QUIET_MS);
});

test('installs again when the lock file changed or the packages are gone', async () => {
  const dir = await clone();
  await setup(dir);
  await writeFile(path.join(dir, 'package-lock.json'), `${await lockOf(dir)}\n`);
  expect((await setup(dir)).output).toContain('setup: packages ready');
  expect((await setup(dir)).output).toBe('');
  await rm(path.join(dir, 'node_modules'), { recursive: true });
  expect((await setup(dir)).output).toContain('setup: packages ready');
});

test('builds again what has another source or is gone, and nothing else', async () => {
  const dir = await clone();
  await setup(dir);
  const built = async () => [...(await setup(dir)).output.matchAll(/^setup: (\S+) …$/gm)].map(([, name]) => name);
  await writeFile(path.join(dir, 'dashboard/index.html'), 'second');
  expect(await built()).toEqual(['dashboard']);
  for (const source of SOURCES) {
    await writeFile(path.join(dir, source), 'second');
    expect(await built(), source).toEqual(['deploy/analyze']);
  }
  expect(await built()).toEqual([]);
  await rm(path.join(dir, 'dist/analyze'), { recursive: true });
  expect(await built()).toEqual(['deploy/analyze']);
  await rm(path.join(dir, 'dist'), { recursive: true });
  expect(await built()).toEqual(['dashboard', 'deploy/analyze']);
});

test('two at once in one clone install one after the other', async () => {
  const dir = await clone();
  const results = await Promise.all([setup(dir), setup(dir)]);
  expect(results.map(({ code }) => code)).toEqual([0, 0]);
  expect(results.filter(({ output }) => output.includes('packages ready'))).toHaveLength(1);
});

test('a setup that was killed does not block the next', async () => {
  const dir = await clone();
  await mkdir(path.join(dir, 'node_modules/.earshot-setup.lock'), { recursive: true });
  await writeFile(path.join(dir, 'node_modules/.earshot-setup.lock/pid'), '4194999');
  expect(await setup(dir)).toMatchObject({ code: 0, output: expect.stringContaining('packages ready') });
});

test('names the Node version that is needed', async () => {
  const { code, output } = await setup(await clone({ node: '>=99.1' }));
  expect(code).toBe(1);
  expect(output).toBe(
    `setup: this is Node ${process.version}, >=99.1 is needed\nFix: nvm install 99, or a newer Node from your system\n`,
  );
});

test('an install that fails ends with what to type, and the next setup tries again', async () => {
  const dir = await clone({ tsx: 'file:vendor/missing.tgz' });
  await writeJson(path.join(dir, 'package-lock.json'), { name: 'clone', lockfileVersion: 3, packages: {} });
  for (let round = 1; round <= 2; round++) {
    const { code, output } = await setup(dir);
    expect(code).toBe(1);
    expect(output).toMatch(/setup: npm install ended with \d+, its message is above\nFix: npm install/);
  }
});

test('without a broker it ends with what to type', async () => {
  const dir = await clone();
  const { code, output } = await setup(dir, { NATS_SERVER: '/nowhere/nats-server' });
  expect(code).toBe(1);
  expect(output).toContain('NATS_SERVER: /nowhere/nats-server cannot be run. Fix: set NATS_SERVER');
});
