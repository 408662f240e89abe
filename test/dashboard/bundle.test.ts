import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const MOST_BYTES = 300_000;
const BUILD_MS = 120_000;

const folder = mkdtempSync(path.join(tmpdir(), 'earshot-dashboard-'));
const read = (name: string) => readFileSync(path.join(folder, name));

beforeAll(async () => {
  const vite = path.join(ROOT, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', 'dashboard', '--outDir', folder, '--logLevel', 'error'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production' },
  });
}, BUILD_MS);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A text of the build has its compressed form beside it, which the api sends. */
const asSent = (name: string) => (existsSync(path.join(folder, `${name}.br`)) ? `${name}.br` : name);

/** The files that the browser loads before it shows anything: what the HTML names, the live page, the letters. */
function firstFiles(): string[] {
  const named = [
    ...read('index.html')
      .toString()
      .matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g),
  ].map(([, name]) => name ?? '');
  const latin = readdirSync(path.join(folder, 'assets')).filter((name) => /^inter-latin-wght.*woff2$/.test(name));
  expect(latin).toHaveLength(1);
  return [...named, ...latin.map((name) => `assets/${name}`)];
}

describe('the built dashboard', () => {
  it('loads at most 300 kB before its first page', () => {
    const files = firstFiles();
    expect(files.length).toBeGreaterThan(3);
    const bytes = files.reduce((sum, name) => sum + read(asSent(name)).length, 0);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });

  it('leaves charts to the pages that draw them', () => {
    const isChart = (name: string) => /chart-[^/]*\.js$/.test(name);
    expect(readdirSync(path.join(folder, 'assets')).filter(isChart)).toHaveLength(1);
    expect(firstFiles().filter(isChart)).toEqual([]);
  });

  it('has no script in its HTML, which the api’s policy would not run', () => {
    expect(read('index.html').toString()).not.toMatch(/<script(?![^>]*\ssrc=)/);
  });

  it('has every larger text compressed beside it, as the api sends it', () => {
    const names = readdirSync(path.join(folder, 'assets'));
    const script = names.find((name) => /^vendor-.*\.js$/.test(name)) ?? '';
    expect(names).toContain(`${script}.br`);
    expect(names).toContain(`${script}.gz`);
  });
});
