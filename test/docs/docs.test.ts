import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const tracked = (...patterns: string[]) =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...patterns], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => file && existsSync(path.join(root, file)));

const sources = tracked('*.ts').filter((file) =>
  /^(lib|events|agent|analytics-worker|api|clickhouse|deploy|test\/(callers|scenarios))\//.test(file),
);

describe('docs/errors.md', () => {
  it('names every code that the sources give', () => {
    const documented = read('docs/errors.md');
    const codes = new Set(
      sources.flatMap((file) => [...read(file).matchAll(/\bcode: '([a-z]+(?:_[a-z]+)+)'/g)].map(([, code]) => code)),
    );
    expect(codes.size).toBeGreaterThan(30);
    expect([...codes].filter((code) => !documented.includes(`\`${code}\``))).toEqual([]);
  });
});

describe('docs/settings.md', () => {
  it('names every variable that a process reads', () => {
    const documented = read('docs/settings.md');
    const variables = new Set(
      sources
        .filter((file) => file.endsWith('env.ts'))
        .flatMap((file) => [...read(file).matchAll(/^\s+([A-Z][A-Z_]+):/gm)].map(([, name]) => name)),
    );
    expect(variables.size).toBeGreaterThan(15);
    expect([...variables].filter((name) => !documented.includes(name ?? ''))).toEqual([]);
  });
});

describe('links and paths', () => {
  it('of the README files and docs lead somewhere', () => {
    const broken = tracked('*.md').flatMap((file) =>
      [...read(file).matchAll(/\]\(([^)#]+?)(?:#[^)]*)?\)/g)]
        .map(([, target]) => target ?? '')
        .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(path.resolve(root, path.dirname(file), target)))
        .map((target) => `${file}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('that sources cite in docs/ exist', () => {
    const cited = sources.flatMap((file) =>
      [...read(file).matchAll(/docs\/[\w-]+\.md/g)].map(([doc]) => ({ file, doc })),
    );
    expect(cited.filter(({ doc }) => !existsSync(path.join(root, doc)))).toEqual([]);
  });
});
