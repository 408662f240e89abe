import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { isRunning, ownProcess, type ProcessId } from './process-id.ts';

/**
 * Who owns a producer's folder. Lock files are numbered and never replaced: who finds the newest one stale makes the
 * next, which only one can (a hard link is made or fails as a whole). So nobody ever removes another's lock.
 */
export type Lock = { release(): void; touch(): void };

/** A holder on another host cannot be asked whether it lives; it touches its lock with every heartbeat. */
const FOREIGN_STALE_MS = 120_000;
const NAME = /^lock\.(\d+)$/;

export type LockState = { held: boolean; newest: number; holder: ProcessId | undefined };

/** Takes the folder, unless a live process holds it. */
export function takeLock(folder: string): Lock | undefined {
  const { held, newest } = lockState(folder);
  if (held) return undefined;
  return makeLock(folder, newest + 1);
}

export function lockState(folder: string): LockState {
  const numbers = fs.readdirSync(folder).flatMap((name) => NAME.exec(name)?.[1] ?? []);
  const newest = Math.max(0, ...numbers.map(Number));
  if (newest === 0) return { held: false, newest, holder: undefined };
  const file = lockFile(folder, newest);
  const holder = readHolder(file);
  return { held: holder !== undefined && isHeld(holder, file), newest, holder };
}

function isHeld(holder: ProcessId, file: string): boolean {
  if (holder.host === ownProcess().host) return isRunning(holder);
  return Date.now() - fs.statSync(file).mtimeMs < FOREIGN_STALE_MS;
}

function makeLock(folder: string, number: number): Lock | undefined {
  const file = lockFile(folder, number);
  const draft = path.join(folder, `draft.${randomBytes(6).toString('hex')}`);
  fs.writeFileSync(draft, JSON.stringify(ownProcess()), { mode: 0o600 });
  try {
    fs.linkSync(draft, file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return undefined;
    throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
  return lockAt(folder, number);
}

/** The lock in a folder that was renamed since. */
export function lockAt(folder: string, number = 1): Lock {
  const file = lockFile(folder, number);
  return {
    release: () => fs.rmSync(file, { force: true }),
    touch: () => fs.utimes(file, new Date(), new Date(), () => undefined),
  };
}

function lockFile(folder: string, number: number): string {
  return path.join(folder, `lock.${number}`);
}

function readHolder(file: string): ProcessId | undefined {
  try {
    const holder: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    if (typeof holder !== 'object' || holder === null || !('pid' in holder) || typeof holder.pid !== 'number')
      return undefined;
    const started = 'started' in holder && typeof holder.started === 'string' ? holder.started : '';
    const host = 'host' in holder && typeof holder.host === 'string' ? holder.host : '';
    return { pid: holder.pid, started, host };
  } catch {
    return undefined;
  }
}
