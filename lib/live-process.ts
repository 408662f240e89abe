import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import { hasCode } from './errors.ts';

/** A process that cannot be mistaken for a later one with the same number, nor for one of another machine. */
export type ProcessMark = { pid: number; startedAt: string; host: string };

/** Fields of /proc/<pid>/stat after the program's name, which may itself hold anything: state, parent, …, start. */
const STATE = 0;
const PARENT = 1;
const START_TIME = 19;
const ENDED = 'ended';
const PS_TIMEOUT_MS = 1_000;

/** The mark of a running process; undefined when there is none with that number. */
export function markOf(pid: number): ProcessMark | undefined {
  const startedAt = startOf(pid);
  if (startedAt === ENDED || (startedAt === undefined && !isTaken(pid))) return undefined;
  return { pid, startedAt: startedAt ?? '', host: os.hostname() };
}

/**
 * Whether the very process is still there. A zombie is not. Where the system does not say when a process started, its
 * number decides. Only for processes of this host.
 */
export function isAlive(mark: ProcessMark): boolean {
  const startedAt = startOf(mark.pid);
  if (startedAt === undefined || mark.startedAt === '') return isTaken(mark.pid);
  return startedAt === mark.startedAt;
}

/** The parent and the command line of a running process; undefined when there is none, or the system does not say. */
export function lineageOf(pid: number): { parent: number; command: string } | undefined {
  try {
    if (process.platform === 'linux') {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return { parent: Number(statOf(pid)[PARENT]), command };
    }
    const [, parent, command] = /^\s*(\d+)\s+(.*)/.exec(ps(pid, 'ppid=,args=')) ?? [];
    return parent === undefined || command === undefined ? undefined : { parent: Number(parent), command };
  } catch {
    return undefined;
  }
}

/** When a process started, in a form that only equality is asked of; undefined where the system does not say. */
function startOf(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux') return ps(pid, 'lstart=').trim() || undefined;
    const stat = statOf(pid);
    if (stat[STATE] === 'Z' || stat[STATE] === 'X') return ENDED;
    return `${bootId()}:${stat[START_TIME]}`;
  } catch {
    return undefined;
  }
}

function statOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Start times count from the boot. */
function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
}

function ps(pid: number, columns: string): string {
  return execFileSync('ps', ['-o', columns, '-p', String(pid)], { encoding: 'utf8', timeout: PS_TIMEOUT_MS });
}

function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}
