import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../..');

/** Who may import whom (README.md, folder map). */
const may: Record<string, readonly string[]> = {
  lib: [],
  events: ['lib'],
  agent: ['events', 'lib'],
  'analytics-worker': ['events', 'clickhouse', 'lib'],
  clickhouse: ['lib'],
  api: ['clickhouse', 'events', 'lib'],
  dashboard: ['api'],
  deploy: ['lib', 'events', 'agent', 'analytics-worker', 'clickhouse', 'api', 'dashboard'],
};
const folders = [...Object.keys(may), 'test'];
const pairs = Object.keys(may).flatMap((from) => folders.filter((to) => to !== from).map((to) => ({ from, to })));
const isAllowed = ({ from, to }: { from: string; to: string }) => may[from]?.includes(to) ?? false;
const forbidden = pairs.filter((pair) => !isAllowed(pair));
const allowed = pairs.filter(isAllowed);

type Diagnostic = { filename: string; code: string; help?: string };

/** Runs the project's lint over files planted in an empty project. */
async function lint(dir: string): Promise<Diagnostic[]> {
  const args = ['--config', '.oxlintrc.json', '--format', 'json', '.'];
  const output = await new Promise<string>((resolve) => {
    execFile(path.join(root, 'node_modules/.bin/oxlint'), args, { cwd: dir }, (_error, stdout) => resolve(stdout));
  });
  return (JSON.parse(output) as { diagnostics: Diagnostic[] }).diagnostics;
}

describe('the layer rules', () => {
  let dir: string;
  let found: Diagnostic[];
  const helpFor = (file: string) => found.filter(({ filename }) => filename === file).map(({ help }) => help ?? '');

  beforeAll(async () => {
    dir = await mkdtemp(path.join(os.tmpdir(), 'earshot-lint-'));
    await copyFile(path.join(root, '.oxlintrc.json'), path.join(dir, '.oxlintrc.json'));
    const plant = async (file: string, text: string) => {
      await mkdir(path.dirname(path.join(dir, file)), { recursive: true });
      await writeFile(path.join(dir, file), text);
    };
    for (const { from, to } of pairs) {
      await plant(`${from}/to-${to}.ts`, `import { it } from '../${to}/it.ts';\nexport const was = it;\n`);
      await plant(`${from}/deep/to-${to}.ts`, `export const later = () => import('../../${to}/sub/it.ts');\n`);
    }
    await plant(
      'agent/to-store.ts',
      "import { createClient } from '@clickhouse/client';\nexport const c = createClient;\n",
    );
    await plant('events/to-broker.ts', "import { connect } from 'nats';\nexport const c = connect;\n");
    await plant('api/to-table.ts', "import { calls } from '../clickhouse/tables/calls.ts';\nexport const c = calls;\n");
    await plant(
      'api/to-query.ts',
      "import { calls } from '../clickhouse/queries/calls.ts';\nexport const c = calls;\n",
    );
    await plant('deploy/analyze/to-sibling.ts', "import { it } from '../local/it.ts';\nexport const was = it;\n");
    await plant('deploy/analyze/to-api.ts', "import { it } from '../../api/it.ts';\nexport const was = it;\n");
    await plant(
      'deploy/analyze/to-worker.ts',
      "import { it } from '../../analytics-worker/it.ts';\nexport const was = it;\n",
    );
    await plant('agent/reads-env.ts', "export const url = process.env['NATS_URL'];\n");
    await plant('agent/env.ts', "export const url = process.env['NATS_URL'];\n");
    found = await lint(dir);
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  test.each(forbidden)('$from/ may not import $to/, and is told what to do instead', ({ from, to }) => {
    for (const file of [`${from}/to-${to}.ts`, `${from}/deep/to-${to}.ts`]) {
      expect(helpFor(file), file).toEqual([expect.stringMatching(/: [a-z]/)]);
    }
  });

  test.each(allowed)('$from/ may import $to/', ({ from, to }) => {
    expect([...helpFor(`${from}/to-${to}.ts`), ...helpFor(`${from}/deep/to-${to}.ts`)]).toEqual([]);
  });

  test('the agent reaches no store and the contract no broker, through packages neither', () => {
    expect(helpFor('agent/to-store.ts')).toEqual([expect.stringContaining('publish an event')]);
    expect(helpFor('events/to-broker.ts')).toHaveLength(1);
  });

  test('the api reads by queries and writes no table', () => {
    expect(helpFor('api/to-table.ts')).toEqual([expect.stringContaining('publish a fact')]);
    expect(helpFor('api/to-query.ts')).toEqual([]);
  });

  test('the bundle is made of folders whose change makes it anew', () => {
    for (const to of ['sibling', 'api']) {
      expect(helpFor(`deploy/analyze/to-${to}.ts`)).toEqual([expect.stringContaining('deploy/setup.mjs')]);
    }
    expect(helpFor('deploy/analyze/to-worker.ts')).toEqual([]);
  });

  test('settings are read in main.ts and env.ts only', () => {
    expect(found.filter(({ filename }) => filename === 'agent/reads-env.ts').map(({ code }) => code)).toEqual([
      'node(no-process-env)',
    ]);
    expect(helpFor('agent/env.ts')).toEqual([]);
  });
});
