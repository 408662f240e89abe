import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lockState, takeLock } from '../../agent/collector/lock.ts';
import { isRunning, ownProcess } from '../../agent/collector/process-id.ts';
import { tempDir } from './helpers.ts';

/** The id of a process that is gone. */
async function deadProcess() {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => child.once('exit', resolve));
  return { ...ownProcess(), pid: child.pid ?? 0 };
}

function lockedBy(holder: object): string {
  const folder = tempDir('lock');
  writeFileSync(path.join(folder, 'lock.1'), JSON.stringify(holder));
  return folder;
}

test('a live process keeps its folder', () => {
  const folder = tempDir('lock');
  expect(takeLock(folder)).toBeDefined();
  expect(lockState(folder)).toMatchObject({ held: true, holder: { pid: process.pid } });
  expect(takeLock(folder)).toBeUndefined();
});

test('a released folder is free', () => {
  const folder = tempDir('lock');
  takeLock(folder)?.release();
  expect(takeLock(folder)).toBeDefined();
});

test('the lock of a dead process is taken over, by one only', async () => {
  const folder = lockedBy(await deadProcess());
  expect(takeLock(folder)).toBeDefined();
  expect(takeLock(folder)).toBeUndefined();
  expect(readdirSync(folder).toSorted()).toEqual(['lock.1', 'lock.2']);
});

test('who saw the same stale lock, and comes second, does not get it', async () => {
  const folder = lockedBy(await deadProcess());
  takeLock(folder);
  // The second looked before the first took it: to him lock.1 is the newest, and lock.2 is there when he links it.
  const first = readFileSync(path.join(folder, 'lock.2'));
  writeFileSync(path.join(folder, 'lock.1'), first);
  expect(takeLock(folder)).toBeUndefined();
});

test('a pid that the system gave to another process is no lock', () => {
  const other = spawn('sleep', ['30']);
  onTestFinished(() => void other.kill('SIGKILL'));
  const recycled = { ...ownProcess(), pid: other.pid ?? 0, started: 'another boot:1' };
  expect(isRunning({ ...recycled, started: '' })).toBe(true);
  expect(isRunning(recycled)).toBe(false);
  expect(takeLock(lockedBy(recycled))).toBeDefined();
});

test('a holder on another host is alive while it touches its lock', () => {
  const folder = lockedBy({ pid: 1, started: 'x', host: 'elsewhere' });
  expect(takeLock(folder)).toBeUndefined();
  const threeMinutesAgo = Date.now() / 1000 - 180;
  utimesSync(path.join(folder, 'lock.1'), threeMinutesAgo, threeMinutesAgo);
  expect(takeLock(folder)).toBeDefined();
});
