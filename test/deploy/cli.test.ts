import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { readRun } from '../../deploy/local/state.ts';
import { isAlive, type ProcessMark } from '../../lib/live-process.ts';
import { tempDir } from './temp.ts';

const cli = path.join(import.meta.dirname, '../../deploy/cli.ts');
const UP_MS = 40_000;

type Command = { child: ChildProcess; output(): string; ended: Promise<number | null> };

function earshot(args: string[], env: Record<string, string> = {}): Command {
  const child = spawn(process.execPath, ['--import', 'tsx', cli, ...args], { env: { ...process.env, ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return { child, output: () => said, ended: once(child, 'close').then(([code]) => code as number | null) };
}

describe('earshot', () => {
  test('lists its commands', async () => {
    const { ended, output } = earshot(['--help']);
    expect(await ended).toBe(0);
    for (const noun of ['demo', 'dev', 'broker', 'stream', 'dlq', 'store']) expect(output()).toContain(`  ${noun}`);
  });

  test('an unknown command is an error that shows where the list is', async () => {
    const { ended, output } = earshot(['dmeo']);
    expect(await ended).toBe(1);
    expect(output()).toMatch(
      /unknown command 'dmeo'.*Did you mean demo\?.*\(npm run earshot -- --help lists the commands\)/s,
    );
  });

  test.each([
    [['dlq', 'show'], "missing required argument 'seq'"],
    [['dlq', 'show', 'nope'], "'nope' is invalid for argument 'seq'. Give a number from: npm run earshot -- dlq list"],
  ])('%j names the argument and shows the usage, as it can be typed', async (args, why) => {
    const { ended, output } = earshot(args, { EARSHOT_STATE_DIR: await tempDir() });
    expect(await ended).toBe(1);
    expect(output()).toContain(`${why}\nusage: npm run earshot -- dlq show [options] <seq>\n`);
  });

  test('a problem is shown with field and fix, without a stack', async () => {
    const folder = path.join(await tempDir(), 'broker');
    const { ended, output } = earshot(['broker', 'add-tenant', 'a.b', '--dir', folder]);
    expect(await ended).toBe(1);
    expect(output()).toBe(
      'error: tenant: must be 1-64 letters, digits, _ or - [bad_tenant]\nfix:   choose a name of that form\n',
    );
  });

  test("makes a tenant's login and shows its secret once", async () => {
    const folder = path.join(await tempDir(), 'broker');
    const first = earshot(['broker', 'init', '--dir', folder]);
    expect(await first.ended).toBe(0);
    expect(first.output()).toMatch(
      /NATS_PROVISIONER_PASSWORD=[\w-]{43}\nNATS_WORKER_PASSWORD=[\w-]{43}\nNATS_API_PASSWORD=[\w-]{43}\n$/,
    );
    const tenant = earshot(['broker', 'add-tenant', 'acme', '--dir', folder]);
    expect(await tenant.ended).toBe(0);
    expect(tenant.output()).toMatch(/EARSHOT_TENANT=acme\nNATS_USER=agent-acme\nNATS_PASSWORD=[\w-]{43}\n/);
  });

  test('what needs the store says first that no run is up, and what to do', async () => {
    const dir = path.join(await tempDir(), 'state');
    const { ended, output } = earshot(['store', 'status'], {
      EARSHOT_STATE_DIR: dir,
      NATS_URL: '',
      CLICKHOUSE_URL: '',
    });
    expect(await ended).toBe(1);
    const fix =
      'start one (npm run dev), or set NATS_URL and CLICKHOUSE_URL to the broker and the store that are meant';
    expect(output()).toBe(`error: no run is up in ${dir} [no_run]\nfix:   ${fix}\n`);
  });
});

describe('earshot dev', { timeout: 90_000 }, () => {
  test('is up until Ctrl-C, is found by other commands, refuses a second run, and leaves nothing', async () => {
    const dir = path.join(await tempDir(), 'state');
    const env = { EARSHOT_STATE_DIR: dir, NATS_URL: '', CLICKHOUSE_URL: '' };
    const dev = earshot(['dev'], env);
    await vi.waitFor(() => expect(dev.output()).toContain('Ctrl-C stops it.'), { timeout: UP_MS });

    const [check, second] = [earshot(['stream', 'check'], env), earshot(['dev'], env)];
    const spool = earshot(['spool', 'list'], { ...env, EARSHOT_SPOOL_DIR: '' });
    expect({ code: await check.ended, said: check.output() }).toMatchObject({ code: 0 });
    const unknown = earshot(['call', 'derive', 'local', 'AJ_nobody'], env);
    expect(await spool.ended).toBe(0);
    expect(await unknown.ended).toBe(1);
    expect(unknown.output()).toMatch(
      /^error: nothing is stored of call AJ_nobody of tenant local \[unknown_call\]\nfix: /,
    );
    expect(spool.output()).toBe(`nothing waits in ${dir}/spool\n`);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`${dir} is used by another run, process ${dev.child.pid}`);

    const children = (await readRun(dir))?.children ?? [];
    expect(children).toHaveLength(5);
    dev.child.kill('SIGINT');
    expect(await dev.ended).toBe(0);
    expect(children.filter((child) => isAlive(child))).toEqual([]);
  });

  test('ends at once at the second Ctrl-C, and what it started ends too', async () => {
    const dir = path.join(await tempDir(), 'state');
    const dev = earshot(['dev'], { EARSHOT_STATE_DIR: dir });
    await vi.waitFor(() => expect(dev.output()).toContain('Ctrl-C stops it.'), { timeout: UP_MS });
    const children = (await readRun(dir))?.children ?? [];
    const [broker] = children.filter(({ name }) => name === 'broker');
    // A broker that hangs keeps the ordered stop waiting.
    process.kill(broker?.pid ?? 0, 'SIGSTOP');
    dev.child.kill('SIGINT');
    await vi.waitFor(() => expect(dev.output()).toContain('stopping … a second Ctrl-C ends it at once'));
    await vi.waitFor(() => expect(pressAgain(dev.child)).toBe(130), { timeout: 5_000 });
    await vi.waitFor(() => expect(children.filter((child) => isAlive(child))).toEqual([]), { timeout: 15_000 });
  });

  test('ends when npm, which started it through a shell, is killed', async () => {
    const dir = path.join(await tempDir(), 'state');
    const command = `true && "${process.execPath}" --import tsx "${cli}" dev`;
    const asNpm = `require('node:child_process').spawn('sh', ['-c', ${JSON.stringify(command)}], { stdio: 'inherit' })`;
    const env = { ...process.env, EARSHOT_STATE_DIR: dir, npm_lifecycle_event: 'dev' };
    const npm = spawn(process.execPath, ['-e', asNpm], { env, stdio: 'ignore' });
    onTestFinished(() => void npm.kill('SIGKILL'));
    await vi.waitFor(async () => expect((await readRun(dir))?.env).toHaveProperty('NATS_URL'), { timeout: UP_MS });
    const launcher = JSON.parse(await readFile(path.join(dir, 'lock.1'), 'utf8')) as ProcessMark;
    npm.kill('SIGKILL');
    await vi.waitFor(() => expect(isAlive(launcher)).toBe(false), { timeout: 20_000 });
    expect(await readRun(dir)).toBeUndefined();
  });

  test('a port that is set and in use is named', async () => {
    const { createServer } = await import('node:net');
    const server = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const address = server.address();
    const port = String(address && typeof address === 'object' ? address.port : 0);
    const dev = earshot(['dev'], {
      EARSHOT_STATE_DIR: path.join(await tempDir(), 'state'),
      EARSHOT_CLICKHOUSE_PORT: port,
    });
    expect(await dev.ended).toBe(1);
    expect(dev.output()).toContain(`error: EARSHOT_CLICKHOUSE_PORT: another program listens on 127.0.0.1:${port}`);
  });
});

/** A second press, again until it is taken: one right after the first counts as the same. */
function pressAgain(child: ChildProcess): number | null {
  child.kill('SIGINT');
  return child.exitCode;
}
