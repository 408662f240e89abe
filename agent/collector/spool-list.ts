import { hasCode } from '../../lib/errors.ts';
import { lockHolder } from '../../lib/folder-lock.ts';
import { listFolders, type ProducerName } from './spool/folder.ts';
import { survey } from './spool/recover.ts';
import { readState } from './spool/state.ts';

/** A producer's folder: how much waits in it, and whether a live process holds it. */
export type SpoolEntry = ProducerName & {
  pending: number;
  lastSeq: number;
  closed: boolean;
  held: boolean;
  holderPid: number | undefined;
};

/** What lies under a spool's root. Changes nothing. */
export async function listSpools(root: string): Promise<SpoolEntry[]> {
  const entries: SpoolEntry[] = [];
  for (const { folder, name } of listFolders(root)) {
    try {
      const holder = lockHolder(folder);
      const { pending, lastSeq, closed } = await survey(folder, readState(folder), { cut: false });
      entries.push({ ...name, pending, lastSeq, closed, held: holder !== undefined, holderPid: holder?.pid });
    } catch (error) {
      // It was drained while we looked.
      if (!hasCode(error, 'ENOENT')) throw error;
    }
  }
  return entries;
}
