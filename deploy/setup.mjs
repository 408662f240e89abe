// Makes a fresh clone ready: packages, the broker's binary and what is built from its sources; with `--rooms` the server of rooms too, if
// one can be had. Plain Node without packages, since it runs before there are any. When nothing is to be done it says nothing and takes a few
// dozen milliseconds.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const modules = path.join(root, 'node_modules');
const stampFile = path.join(modules, '.earshot-setup');
const lockFolder = path.join(modules, '.earshot-setup.lock');
const POLL_MS = 200;
/** Longer than any install; a lock that is older was left by a setup that was killed. */
const LOCK_STALE_MS = 15 * 60_000;

const withRooms = process.argv.includes('--rooms');
const installKey = keyOf(read('package-lock.json'), process.version, process.platform, process.arch);
/** What vite builds, and from which sources: built again when one of them has changed. */
const BUILDS = [
  { folder: 'dashboard', sources: ['dashboard', 'api/types.ts', 'api/schemas'], makes: 'dist/dashboard/index.html' },
  {
    folder: 'deploy/analyze',
    sources: ['deploy/analyze', 'analytics-worker', 'clickhouse', 'events', 'lib'],
    makes: 'dist/analyze/main.js',
  },
];
const buildKeys = Object.fromEntries(BUILDS.map(({ folder, sources }) => [folder, keyOfSources(sources)]));

main();

function main() {
  refuseOldNode();
  if (isReady(readStamp())) return;
  mkdirSync(modules, { recursive: true });
  const unlock = lock();
  try {
    const stamp = readStamp();
    if (stamp.installKey !== installKey) step('packages', installPackages);
    const found = programsOf(stamp);
    const natsServer = found.natsServer ?? step('nats-server', () => findProgram('nats-server') ?? process.exit(1));
    const findLivekit = () => step('livekit-server', () => findProgram('livekit-server'));
    // Without one the tests that need it say so.
    const livekitServer = found.livekitServer ?? (withRooms ? findLivekit() : undefined);
    for (const build of BUILDS) if (!isBuilt(build, stamp)) step(build.folder, () => runVite(build.folder));
    writeFileSync(stampFile, JSON.stringify({ installKey, natsServer, livekitServer, named: named(), buildKeys }));
  } finally {
    unlock();
  }
}

function isReady(stamp) {
  if (stamp.installKey !== installKey || !BUILDS.every((build) => isBuilt(build, stamp))) return false;
  const { natsServer, livekitServer } = programsOf(stamp);
  return natsServer !== undefined && (!withRooms || livekitServer !== undefined);
}

/** Those found before that are still there, unless the environment names others since. */
function programsOf(stamp) {
  if (stamp.named !== named()) return {};
  const there = (file) => (isProgram(file) ? file : undefined);
  return { natsServer: there(stamp.natsServer), livekitServer: there(stamp.livekitServer) };
}

function isBuilt({ folder, makes }, stamp) {
  return stamp.buildKeys?.[folder] === buildKeys[folder] && existsSync(path.join(root, makes));
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The programs that the environment names. */
function named() {
  return [process.env.NATS_SERVER ?? '', process.env.LIVEKIT_SERVER ?? ''].join();
}

function installPackages() {
  console.error('       (about 1.3 GB into node_modules/; a minute or two, once)');
  // `install`, since `ci` refuses a lock file that lacks another platform's optional packages; `--no-save`, so that
  // these are not written into the clone.
  const args = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const windows = process.platform === 'win32';
  const { status, error } = spawnSync(windows ? 'npm.cmd' : 'npm', args, {
    cwd: root,
    shell: windows,
    stdio: ['ignore', 2, 2],
  });
  if (status === 0) return;
  const why = error ? error.message : `npm install ended with ${status ?? 'a signal'}, its message is above`;
  fail(why, 'npm install (in the project folder), then the same command again');
}

/** Its path; undefined when there is none to be had, which the other process has said. */
function findProgram(name) {
  const args = ['--import', 'tsx', path.join(root, 'deploy/local/ensure-program.ts'), name];
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return status === 0 ? stdout.trim() : undefined;
}

function runVite(folder) {
  const vite = path.join(modules, 'vite/bin/vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', folder, '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    // Of an environment that is set to anything else vite would make pages for development, which are slow and ask twice.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) fail(`${folder} cannot be built, the reason is above`, `npx vite build ${folder}`);
}

function step(name, work) {
  console.error(`setup: ${name} …`);
  const startedAt = Date.now();
  const result = work();
  console.error(`setup: ${name} ready (${((Date.now() - startedAt) / 1_000).toFixed(1)} s)`);
  return result;
}

/** One setup at a time in one clone: two npm installs into one folder spoil it. */
function lock() {
  for (let told = false; ;) {
    try {
      mkdirSync(lockFolder);
      writeFileSync(path.join(lockFolder, 'pid'), String(process.pid));
      const unlock = () => rmSync(lockFolder, { recursive: true, force: true });
      process.once('exit', unlock);
      return unlock;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isLeftBehind()) rmSync(lockFolder, { recursive: true, force: true });
      else if (!told) console.error('setup: waiting for another setup of this clone …');
      told = true;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS);
    }
  }
}

function isLeftBehind() {
  try {
    if (Date.now() - statSync(lockFolder).mtimeMs > LOCK_STALE_MS) return true;
    process.kill(Number(readFileSync(path.join(lockFolder, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function refuseOldNode() {
  const wanted = JSON.parse(read('package.json')).engines.node;
  const [major, minor] = wanted.match(/\d+/g).map(Number);
  const [isMajor, isMinor] = process.versions.node.split('.').map(Number);
  if (isMajor > major || (isMajor === major && isMinor >= (minor ?? 0))) return;
  fail(
    `this is Node ${process.version}, ${wanted} is needed`,
    `nvm install ${major}, or a newer Node from your system`,
  );
}

function readStamp() {
  try {
    return existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {};
  } catch {
    return {};
  }
}

function keyOf(...parts) {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}

/** The encoder's weights are in no build: they are read where they lie, and reading them here would take longer than all others. */
function keyOfSources(sources) {
  const files = sources.flatMap(filesOf).filter((file) => !file.endsWith('.onnx'));
  return keyOf(installKey, ...files.map((file) => `${file}\n${read(file)}`));
}

/** The files under a folder of the clone, in a steady order; of a file itself. */
function filesOf(name) {
  if (!statSync(path.join(root, name)).isDirectory()) return [name];
  return readdirSync(path.join(root, name))
    .toSorted()
    .flatMap((entry) => filesOf(path.join(name, entry)));
}

function read(name) {
  return readFileSync(path.join(root, name), 'utf8');
}

function fail(message, fix) {
  console.error(`setup: ${message}\nFix: ${fix}`);
  process.exit(1);
}
