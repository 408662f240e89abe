import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { lockHolder, takeLock } from '../../lib/folder-lock.ts';
import { isAlive, type ProcessMark } from '../../lib/live-process.ts';
import { deadProcess, tempDir } from './helpers.ts';

function lockedBy(holder: object): string {
  const folder = tempDir('lock');
  writeFileSync(path.join(folder, 'lock.1'), JSON.stringify(holder));
  return folder;
}

test('a live process keeps its folder', () => {
  const folder = tempDir('lock');
  expect(takeLock(folder)).toBeDefined();
  expect(lockHolder(folder)).toMatchObject({ pid: process.pid });
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
  const recycled: ProcessMark = { host: os.hostname(), pid: other.pid ?? 0, startedAt: 'another boot:1' };
  expect(isAlive({ ...recycled, startedAt: '' })).toBe(true);
  expect(isAlive(recycled)).toBe(false);
  expect(takeLock(lockedBy(recycled))).toBeDefined();
});

test('a holder on another host is alive while it touches its lock', () => {
  const folder = lockedBy({ pid: 1, startedAt: 'x', host: 'elsewhere' });
  expect(takeLock(folder)).toBeUndefined();
  const threeMinutesAgo = Date.now() / 1000 - 180;
  utimesSync(path.join(folder, 'lock.1'), threeMinutesAgo, threeMinutesAgo);
  expect(takeLock(folder)).toBeDefined();
});

test('a lock is touched for as long as it is held, also where its folder was moved', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const draft = tempDir('lock');
  const lock = takeLock(draft);
  const folder = path.join(tempDir('lock'), 'moved');
  renameSync(draft, folder);
  lock?.follow(folder);
  const file = path.join(folder, 'lock.1');
  utimesSync(file, 0, 0);
  vi.advanceTimersByTime(60_000);
  await vi.waitFor(() => expect(Date.now() - statSync(file).mtimeMs).toBeLessThan(60_000));
  lock?.release();
  expect(readdirSync(folder)).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
