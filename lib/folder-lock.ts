import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { hasCode } from './errors.ts';
import { isAlive, markOf, type ProcessMark } from './live-process.ts';

/**
 * Says that a folder belongs to this process. Lock files are numbered and never replaced: who finds the newest one stale
 * makes the next, which only one can (a hard link is made or fails as a whole). So nobody ever removes another's lock.
 */
export type Lock = {
  /** The folder was renamed. */
  follow(folder: string): void;
  release(): void;
};

/** A holder on another host cannot be asked whether it lives; it touches its lock. */
const TOUCH_MS = 30_000;
const FOREIGN_STALE_MS = 120_000;
const NAME = /^lock\.(\d+)$/;
let own: ProcessMark | undefined;

/** Takes the folder, unless a live process holds it. What a dead one left is taken over. */
export function takeLock(folder: string): Lock | undefined {
  const { newest, holder } = look(folder);
  if (holder || !makeLock(folder, newest + 1)) return undefined;
  return keep(lockFile(folder, newest + 1));
}

/** The live process that holds the folder; undefined also where there is no such folder. */
export function lockHolder(folder: string): ProcessMark | undefined {
  return fs.existsSync(folder) ? look(folder).holder : undefined;
}

function look(folder: string): { newest: number; holder: ProcessMark | undefined } {
  for (;;) {
    const numbers = fs.readdirSync(folder).flatMap((name) => NAME.exec(name)?.[1] ?? []);
    const newest = Math.max(0, ...numbers.map(Number));
    if (newest === 0) return { newest, holder: undefined };
    const file = lockFile(folder, newest);
    try {
      const holder = readHolder(fs.readFileSync(file, 'utf8'));
      return { newest, holder: holder && isHeld(holder, file) ? holder : undefined };
    } catch (error) {
      // It was released since. Taking the number after it would let another process take this one.
      if (!hasCode(error, 'ENOENT')) throw error;
    }
  }
}

function isHeld(holder: ProcessMark, file: string): boolean {
  if (holder.host === os.hostname()) return isAlive(holder);
  return Date.now() - fs.statSync(file).mtimeMs < FOREIGN_STALE_MS;
}

/** False when another process was faster. */
function makeLock(folder: string, number: number): boolean {
  const draft = path.join(folder, `lock.draft-${randomBytes(6).toString('hex')}`);
  own ??= markOf(process.pid);
  fs.writeFileSync(draft, JSON.stringify(own), { mode: 0o600 });
  try {
    fs.linkSync(draft, lockFile(folder, number));
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

function keep(made: string): Lock {
  let file = made;
  const touch = () => fs.utimes(file, new Date(), new Date(), () => undefined);
  const timer = setInterval(touch, TOUCH_MS).unref();
  return {
    follow: (folder) => (file = path.join(folder, path.basename(file))),
    release: () => {
      clearInterval(timer);
      fs.rmSync(file, { force: true });
    },
  };
}

function lockFile(folder: string, number: number): string {
  return path.join(folder, `lock.${number}`);
}

/** Undefined for a file that was cut off by a power cut. */
function readHolder(text: string): ProcessMark | undefined {
  try {
    const { pid, startedAt, host } = JSON.parse(text);
    const isMark = typeof pid === 'number' && typeof startedAt === 'string' && typeof host === 'string';
    return isMark ? { pid, startedAt, host } : undefined;
  } catch {
    return undefined;
  }
}
