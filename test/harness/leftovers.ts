import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { pause } from '../../lib/retry.ts';

const MARK = 'EARSHOT_TEST_RUN';
const PATIENCE_MS = 10_000;
const POLL_MS = 100;

/** Every process of a run inherits the run's mark; one that has it after the run was left behind (Linux only). */
export default function setup(): () => Promise<void> {
  const run = randomUUID();
  process.env[MARK] = run;
  return async () => {
    const deadline = Date.now() + PATIENCE_MS;
    while (Date.now() < deadline && leftBehind(run).length > 0) await pause(POLL_MS);
    const left = leftBehind(run);
    if (left.length === 0) return;
    console.error(`FAIL  left running by the tests:\n${left.join('\n')}`);
    process.exitCode = 1;
  };
}

function leftBehind(run: string): string[] {
  if (process.platform !== 'linux') return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  return pids.flatMap((pid) => {
    if (!read(`/proc/${pid}/environ`).includes(`${MARK}=${run}`)) return [];
    const command = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
    return command === '' || command.includes('vitest') ? [] : [`${pid} ${command}`];
  });
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
