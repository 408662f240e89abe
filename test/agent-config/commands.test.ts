import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { addCommands } from '../../agent/commands.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { document, greeting } from './documents.ts';

let nats: TestNats;
let dir: string;
let printed: string;

beforeAll(async () => {
  nats = await startNats();
  dir = await mkdtemp(path.join(os.tmpdir(), 'earshot-config-'));
});
afterAll(async () => {
  await nats.stop();
  await rm(dir, { recursive: true, force: true });
});
beforeEach(() => {
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    printed += String(chunk);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

/** What `earshot agent-config …` prints. */
async function run(...words: string[]): Promise<string> {
  const program = new Command();
  addCommands(program);
  printed = '';
  const [verb = '', ...rest] = words;
  const where = verb === 'check' ? [] : ['--nats', nats.url, '--tenant', 'acme'];
  await program.parseAsync(['agent-config', verb, ...rest, ...where], { from: 'user' });
  return printed;
}

async function file(text: string): Promise<string> {
  const name = path.join(dir, 'ada.yaml');
  await writeFile(name, text);
  return name;
}

test('a document is checked, published, shown, compared and rolled back', async () => {
  expect(await run('check', await file(document()))).toBe('ok  ada\n');
  expect(await run('list', 'ada')).toContain('no version of ada');
  expect(await run('publish', await file(document()), '--message', 'first', '--author', 'ann')).toContain('version 1');
  expect(await run('publish', await file(greeting('Hi.')), '--message', 'short')).toContain('version 2');
  expect(await run('show', 'ada')).toBe(greeting('Hi.'));
  expect(await run('show', 'ada', '--version', '1')).toBe(document());
  expect(await run('compare', 'ada', '1', '2')).toBe('~ greeting: Hello. → Hi.\n');
  expect(await run('roll-back', 'ada', '1', '--message', 'rude', '--author', 'bob')).toBe('ada is version 1 again\n');
  const listed = await run('list', 'ada');
  expect(listed).toMatch(/^\* {2}1 {2}\S+ {2}\w{8} {2}ann {2}first$/m);
  expect(listed).toMatch(/^ {3}2 .* {2}short$/m);
  expect(listed).toMatch(/ 1 {2}\S+ {2}bob {2}rude\n$/);
});

test('a mistake is told before the broker is asked', async () => {
  const bad = await file(document('greetin: Hi'));
  const expected = { problem: { code: 'bad_agent_document', field: 'greetin', fix: 'did you mean greeting?' } };
  await expect(run('check', bad)).rejects.toMatchObject(expected);
  await expect(run('publish', bad)).rejects.toMatchObject(expected);
  await expect(run('check', path.join(dir, 'nobody.yaml'))).rejects.toMatchObject({ problem: { code: 'unreadable' } });
});

test('a version is a number', async () => {
  await expect(run('show', 'ada', '--version', 'newest')).rejects.toMatchObject({
    problem: { code: 'bad_option', field: 'version' },
  });
  await expect(run('roll-back', 'ada', '99')).rejects.toMatchObject({ problem: { code: 'config_missing' } });
});
