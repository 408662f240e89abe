import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { EarshotError } from '../../lib/errors.ts';

const run = promisify(execFile);
const ROOT = path.join(import.meta.dirname, '..', '..');
const ENTRY = 'agent/collector/index';
/** What the pack needs beside the collector's own files is found by the compiler, from the imports. */
const DEPENDENCIES = ['nats', 'zod'];

/**
 * Packs the collector by itself, for agents that are not ours: compiled, with types, with `nats` and `zod` as
 * dependencies and the user's own `@livekit/agents` as peer. Resolves to the path of the .tgz.
 *
 * @throws EarshotError `not_a_checkout` outside a checkout with its development dependencies.
 */
export async function packCollector(out: string): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'earshot-pack-'));
  try {
    await compile(folder);
    await writeFile(path.join(folder, 'package.json'), JSON.stringify(await manifest(), null, 2));
    await copyFile(path.join(import.meta.dirname, 'README.md'), path.join(folder, 'README.md'));
    await mkdir(out, { recursive: true });
    const { stdout } = await run('npm', ['pack', '--json', '--silent', '--pack-destination', path.resolve(out)], {
      cwd: folder,
    });
    return path.join(path.resolve(out), packedName(stdout));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compile(folder: string): Promise<void> {
  const config = {
    extends: path.join(ROOT, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      rootDir: ROOT,
      outDir: folder,
      typeRoots: [path.join(ROOT, 'node_modules', '@types')],
    },
    files: [path.join(ROOT, `${ENTRY}.ts`)],
    include: [],
  };
  const file = path.join(folder, 'tsconfig.json');
  await writeFile(file, JSON.stringify(config));
  const tsc = path.join(ROOT, 'node_modules', '.bin', 'tsc');
  try {
    await run(tsc, ['-p', file]);
  } catch (error) {
    const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
    throw new EarshotError(
      {
        code: 'not_a_checkout',
        message: `the collector does not compile: ${output}`,
        fix: 'npm install in a checkout, then again',
      },
      { cause: error },
    );
  } finally {
    await rm(file, { force: true });
  }
}

type RootManifest = { version: string; engines: object; dependencies: Record<string, string> };

async function manifest(): Promise<object> {
  const root = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')) as RootManifest;
  return {
    name: '@earshot/collector',
    version: root.version,
    description: "Publishes everything that a LiveKit agent's session says, as facts, to NATS JetStream.",
    type: 'module',
    engines: root.engines,
    exports: { '.': { types: `./${ENTRY}.d.ts`, default: `./${ENTRY}.js` } },
    dependencies: Object.fromEntries(DEPENDENCIES.map((name) => [name, root.dependencies[name]])),
    peerDependencies: { '@livekit/agents': `^${root.dependencies['@livekit/agents']}` },
  };
}

function packedName(json: string): string {
  const [packed] = JSON.parse(json) as { filename: string }[];
  return packed?.filename ?? '';
}
