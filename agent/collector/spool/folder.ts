import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { hasCode } from '../../../lib/errors.ts';
import { takeLock, type Lock } from '../../../lib/folder-lock.ts';

/** A producer of a call; its folder in the spool is `<tenant>.<call>.<instance>`. */
export type ProducerName = { tenant: string; call: string; instance: string };

/** Folders being made or removed; their names begin with it, so that no drain looks into them. */
const HIDDEN = '.';
const REMOVED = '.removed-';
/** Events that the broker refused for good, a file per producer. */
export const SET_ASIDE = 'refused';

/** Makes a producer's folder, readable by its owner only, with its lock in it from the moment that it is visible. */
export function createFolder(root: string, name: ProducerName): { folder: string; lock: Lock | undefined } {
  fs.mkdirSync(root, { recursive: true, mode: 0o700 });
  const draft = path.join(root, `${HIDDEN}new-${randomBytes(6).toString('hex')}`);
  fs.mkdirSync(draft, { mode: 0o700 });
  const lock = takeLock(draft);
  const folder = path.join(root, folderName(name));
  fs.renameSync(draft, folder);
  lock?.follow(folder);
  return { folder, lock };
}

export function folderName({ tenant, call, instance }: ProducerName): string {
  return [tenant, call, instance].join('.');
}

/** Hidden first, then removed: nobody sees a folder that is half gone. */
export function removeFolder(folder: string): void {
  const hidden = path.join(path.dirname(folder), `${REMOVED}${randomBytes(6).toString('hex')}`);
  try {
    fs.renameSync(folder, hidden);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  fs.rmSync(hidden, { recursive: true, force: true });
}

/** The producers' folders under a root; none when the root does not exist. */
export function listFolders(root: string): { folder: string; name: ProducerName }[] {
  return entriesOf(root).flatMap((entry) => {
    const [tenant, call, instance, ...rest] = entry.split('.');
    if (!tenant || !call || !instance || rest.length > 0) return [];
    return [{ folder: path.join(root, entry), name: { tenant, call, instance } }];
  });
}

/** Finishes removals that a dead process left half done. */
export function sweepRemoved(root: string): void {
  for (const entry of entriesOf(root)) {
    if (entry.startsWith(REMOVED)) fs.rmSync(path.join(root, entry), { recursive: true, force: true });
  }
}

function entriesOf(root: string): string[] {
  try {
    return fs.readdirSync(root);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}
