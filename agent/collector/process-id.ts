import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';

/** Names one process for good: a pid is used again by the system, a pid with its start time is not. */
export type ProcessId = { pid: number; started: string; host: string };

/** Field 22 of /proc/<pid>/stat, counted after the command's closing bracket (field 2 may hold anything). */
const START_TIME_FIELD = 22 - 3;

let own: ProcessId | undefined;

export function ownProcess(): ProcessId {
  own ??= { pid: process.pid, started: startOf(process.pid) ?? '', host: os.hostname() };
  return own;
}

/** Whether that very process still runs. Only for processes of this host. */
export function isRunning({ pid, started }: ProcessId): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const startedNow = startOf(pid);
  return startedNow === undefined || started === '' || startedNow === started;
}

/** When a process started, in a form that only equality is asked of; undefined where the system does not say. */
function startOf(pid: number): string | undefined {
  try {
    return process.platform === 'linux' ? startOnLinux(pid) : startByPs(pid);
  } catch {
    return undefined;
  }
}

function startOnLinux(pid: number): string {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, 'latin1');
  const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[START_TIME_FIELD];
  return `${fs.readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()}:${ticks}`;
}

function startByPs(pid: number): string | undefined {
  if (process.platform === 'win32') return undefined;
  return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'latin1', timeout: 1000 }).trim();
}
