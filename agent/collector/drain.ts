import { EARSHOT } from '../../lib/command-line.ts';
import { messageOf } from '../../lib/errors.ts';
import { takeLock } from '../../lib/folder-lock.ts';
import type { Link } from './connection.ts';
import { reviveProducer } from './dead-producer.ts';
import { guarded, type OnProblem } from './problems.ts';
import { listFolders, removeFolder, sweepRemoved, type ProducerName } from './spool/folder.ts';

export type DrainOptions = {
  onProblem?: OnProblem;
  /** Gives up between two answers of the broker; what was not sent stays for the next drain. */
  signal?: AbortSignal;
};

export type Drained = ProducerName & { sent: number; lastSeq: number; outcome: 'sent' | 'stopped' };

/**
 * Sends what producers of dead processes left under a spool's root, with the ids it had, closes those that had not
 * closed themselves, and removes their folders. Folders of live processes are left alone. Several may drain at once.
 */
export async function drainSpools(root: string, link: Link, options: DrainOptions = {}): Promise<Drained[]> {
  const onProblem = guarded(options.onProblem);
  const drained: Drained[] = [];
  sweepRemoved(root);
  for (const { folder, name } of listFolders(root)) {
    if (options.signal?.aborted) break;
    try {
      const result = await drainFolder(root, folder, name, link, { ...options, onProblem });
      if (result) drained.push(result);
    } catch (error) {
      // Another drain was faster and the folder is gone, or it cannot be read: the next drain sees.
      onProblem({ code: 'spool_not_drained', message: messageOf(error), fix: `${EARSHOT} spool list` });
    }
  }
  return drained;
}

async function drainFolder(
  root: string,
  folder: string,
  name: ProducerName,
  link: Link,
  { signal, onProblem }: DrainOptions & { onProblem: OnProblem },
): Promise<Drained | undefined> {
  const lock = takeLock(folder);
  if (!lock) return undefined;
  let sentAll = false;
  try {
    const producer = await reviveProducer({ root, folder, name, link, onProblem });
    try {
      sentAll = await producer.sendAll(signal);
    } finally {
      producer.stop();
    }
    return { ...name, sent: producer.pending, lastSeq: producer.lastSeq, outcome: sentAll ? 'sent' : 'stopped' };
  } finally {
    if (sentAll) removeFolder(folder);
    lock.release();
  }
}
