import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { inherited } from '../../deploy/env.ts';
import { startProcess, type ProcessSpec, type Running } from '../../deploy/local/process.ts';
import { natsServer } from '../../deploy/local/nats-server.ts';
import { findProgram } from '../../deploy/local/program.ts';
import { markOf } from '../../lib/live-process.ts';
import { freePort } from '../../lib/ports.ts';
import { tempDir } from './temp.ts';

async function start(name: string, more: Partial<ProcessSpec> = {}): Promise<Running & { url: string; log: string }> {
  const dir = await tempDir();
  const port = await freePort();
  const log = path.join(dir, 'log');
  const running = await startProcess({
    name,
    command: { script: `test/deploy/fixtures/${name}` },
    env: { ...inherited(), PORT: String(port) },
    cwd: dir,
    logFile: log,
    ...more,
  });
  onTestFinished(() => running.stop());
  return { ...running, url: `http://127.0.0.1:${port}`, log };
}

const answer = (url: string) => fetch(url).then((response) => response.text());

describe('one of our processes', () => {
  test('serves when the start resolves, and ends in order', async () => {
    const running = await start('serves');
    expect(await answer(running.url)).toBe(String(running.pid()));
    const pid = running.pid() ?? 0;
    await running.stop();
    expect(markOf(pid)).toBeUndefined();
    expect(await readFile(running.log, 'utf8')).toContain('asked to end');
  });

  test('comes back on the same port after kill -9, again and again', async () => {
    const deaths: string[] = [];
    const running = await start('serves', { onDeath: ({ how }) => deaths.push(how) });
    for (let round = 1; round <= 2; round++) {
      const before = running.pid() ?? 0;
      process.kill(before, 'SIGKILL');
      await vi.waitFor(async () => expect(Number(await answer(running.url))).not.toBe(before), { timeout: 10_000 });
    }
    expect(deaths).toEqual(['SIGKILL', 'SIGKILL']);
  });

  test('that cannot start is reported with its last words', async () => {
    await expect(start('fails')).rejects.toMatchObject({
      problem: {
        code: 'process_failed',
        field: 'fails',
        message: expect.stringMatching(/exit code 3.*\ncannot serve: the reason/s),
      },
    });
  });

  test('is given up at its start when the launcher is interrupted', async () => {
    const interrupted = new AbortController();
    const starting = start('serves', { ready: () => new Promise(() => {}), signal: interrupted.signal });
    interrupted.abort();
    await expect(starting).rejects.toMatchObject({ problem: { message: expect.stringContaining('was stopped') } });
  });
});

test.runIf(process.platform === 'linux')(
  'a foreign program whose guard is killed is ended and started again',
  async () => {
    const port = await freePort();
    const binary = await findProgram(natsServer);
    const starts: number[] = [];
    const running = await start('broker', {
      command: { binary, args: ['-a', '127.0.0.1', '-p', String(port)] },
      ready: () => vi.waitFor(() => connects(port), { timeout: 10_000 }),
      onSpawn: ({ name, pid }) => (name === 'broker' ? starts.push(pid) : undefined),
    });
    const server = running.pid() ?? 0;
    expect(await readFile(`/proc/${server}/cmdline`, 'utf8')).toContain('nats-server');
    const guard = Number((await readFile(`/proc/${server}/stat`, 'utf8')).split(') ')[1]?.split(' ')[1]);
    process.kill(guard, 'SIGKILL');
    await vi.waitFor(() => expect(starts).toHaveLength(2), { timeout: 10_000 });
    expect(markOf(server)).toBeUndefined();
    await vi.waitFor(() => connects(port), { timeout: 10_000 });
  },
);

async function connects(port: number): Promise<void> {
  const { connect } = await import('nats');
  const nc = await connect({ servers: `127.0.0.1:${port}`, reconnect: false });
  await nc.close();
}
